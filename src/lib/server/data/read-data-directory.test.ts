import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { divisions, linesOf, programme, status, type Break } from './broken-data.ts';
import { realData, withData } from './data-copy.ts';
import { readDataDirectory } from './read-data-directory.ts';

describe('a data directory', () => {
  it('is read where it is sound', () => {
    expect(linesOf(() => undefined)).toEqual([]);
  });

  it.each(['nowhere', 'status.json', 'a\0b'])('that is none is named in one line: %s', (name) => {
    const read = readDataDirectory(join(realData, name));
    const whats = read.status === 'invalid' ? read.faults.map(({ what }) => what.en) : [];
    expect(whats).toEqual(['there is no such directory']);
  });

  it('answers every fault of several files at once', () => {
    const lines = linesOf((copy) => {
      status((s) => (s.events[5].source = 'S99'))(copy);
      programme((p) => (p.thresholds.accelerate = 0.96))(copy);
      divisions('安次区,市辖区', '安次区,镇')(copy);
    });
    expect(lines).toHaveLength(3);
  });

  it('changes its version with a fact, and not with white space', () => {
    const versionOf = (breakIt: Break): string | undefined =>
      withData((copy) => {
        breakIt(copy);
        const read = readDataDirectory(copy.directory);
        return read.status === 'ok' ? read.site.version : undefined;
      });
    const version = versionOf(() => undefined);
    expect(versionOf((copy) => copy.json('status.json', () => undefined))).toBe(version);
    const other = versionOf(status((s) => (s.statements[1].count = 7)));
    expect(other).toMatch(/^[0-9a-f]{16}$/);
    expect(other).not.toBe(version);
  });
});
