import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growLine } from './grow-line.ts';

describe('a line that may only grow to its right', () => {
  it('drops a corner on its left', () => {
    expect(
      growLine(
        [
          [0, 0],
          [1, 0.5],
          [2, 0],
        ],
        1,
        0,
      ),
    ).toEqual([
      [0, 0],
      [2, 0],
    ]);
  });

  it('keeps a corner on its right, as a gap would show', () => {
    const line = [
      [0, 0],
      [1, -0.5],
      [2, 0],
    ];
    expect(growLine(line, 1, 0.1)).toEqual(line);
  });

  it('drops it where nobody sees the gap', () => {
    expect(
      growLine(
        [
          [0, 0],
          [1, -0.05],
          [2, 0],
        ],
        1,
        0.1,
      ),
    ).toEqual([
      [0, 0],
      [2, 0],
    ]);
  });

  it('never grows farther than it may', () => {
    expect(
      growLine(
        [
          [0, 0],
          [1, 1.5],
          [2, 0],
        ],
        1,
        0,
      ),
    ).toHaveLength(3);
  });

  it('keeps its ends and adds no position', () => {
    const position = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(position, { minLength: 2, maxLength: 20 }), (line) => {
        const grown = growLine(line, 2, 0.5);
        expect([grown[0], grown.at(-1)]).toEqual([line[0], line.at(-1)]);
        expect(grown.every((p) => line.some((q) => q[0] === p[0] && q[1] === p[1]))).toBe(true);
      }),
    );
  });
});
