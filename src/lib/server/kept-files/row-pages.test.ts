import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJsonBytes, rowPages } from './row-pages.ts';

const row = fc.record({ key: fc.string(), number: fc.nat() });

describe('Rows in pages', () => {
  it('are the same rows in the same order, at most a hundred on a page', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 350 }), (rows) => {
        const { count, pages } = rowPages(rows);
        const read = pages.map((page) => fromJsonBytes<(typeof rows)[number]>(page));
        expect(count).toBe(rows.length);
        expect(read.flat()).toEqual(rows);
        expect(pages).toHaveLength(Math.ceil(rows.length / 100));
        expect(read.every((page) => page.length > 0 && page.length <= 100)).toBe(true);
      }),
    );
  });
});
