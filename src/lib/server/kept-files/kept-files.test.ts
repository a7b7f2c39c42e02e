import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identified, settledRows } from './kept-files.ts';

const rows = fc.dictionary(fc.string(), fc.string());
const chosen = fc.dictionary(fc.string(), fc.option(fc.string()));

describe('Choices for rows', () => {
  it('are the last word on their row, and leave every other row as it was', () => {
    fc.assert(
      fc.property(rows, chosen, (before, now) => {
        const after = settledRows(before, now);
        for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
          const wanted = Object.hasOwn(now, key) ? now[key] : before[key];
          expect(Object.hasOwn(after, key) ? after[key] : null).toBe(wanted);
        }
      }),
    );
  });

  it('may be for a row of any name', () => {
    const named = Object.fromEntries([['__proto__', '131082']]);
    expect(Object.entries(settledRows({}, named))).toEqual([['__proto__', '131082']]);
  });
});

describe('A file that is kept', () => {
  it('has one line of at most 200 characters for a name, and the hash of its bytes', () => {
    const name = `名单\n${'长'.repeat(300)}.xlsx`;
    const kept = identified({ name, bytes: new Uint8Array() });
    expect(kept.name).toHaveLength(200);
    expect(kept.name).not.toContain('\n');
    expect(kept.hash).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
