import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { decodeText, readText } from './read-text.ts';

const thisFile = fileURLToPath(import.meta.url);

describe('the text of a file', () => {
  it('is read as UTF-8', () => {
    expect(readText(thisFile)).toMatchObject({ status: 'ok' });
  });

  it('is not read where the file is too large', () => {
    const read = readText(thisFile, 10);
    expect(read.status === 'invalid' && read.findings[0]?.what.en).toMatch(
      /^the file is too large/,
    );
  });

  it('of bytes in no encoding is refused', () => {
    const read = decodeText(Uint8Array.of(0xff, 0xff));
    expect(read.status === 'invalid' && read.findings[0]?.what.en).toBe('the file is not UTF-8');
  });
});
