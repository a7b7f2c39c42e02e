import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

const word = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 6 });

describe('the edit distance', () => {
  it.each([
    ['', '', 0],
    ['大王庄', '大王庄', 0],
    ['大王庄', '大汪庄', 1],
    ['大王庄', '王庄', 1],
    ['大王庄', '小李营', 3],
    ['', '大王庄', 3],
  ])('of %j and %j is %i', (a, b, distance) => {
    expect(editDistance([...a], [...b])).toBe(distance);
  });

  it('is a distance: 0 only to itself, the same both ways, no longer by a third', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const ab = editDistance(a, b);
        expect(ab === 0).toBe(a.join('') === b.join(''));
        expect(editDistance(b, a)).toBe(ab);
        expect(editDistance(a, c)).toBeLessThanOrEqual(ab + editDistance(b, c));
      }),
    );
  });

  it('of more than asked about is one more than that', () => {
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(editDistance(a, b), most + 1));
      }),
    );
  });
});
