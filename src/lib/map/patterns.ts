/**
 * The patterns laid over a class colour, drawn in its ink: one definition for SVG `<pattern>`
 * elements and for the images of the WebGL map. Colour is never alone (DESIGN §6).
 */

/** `hatch`: not reported; `dots`: possible (inferred, or a date that leaves it open); `bars`: left. */
export const patternNames = ['hatch', 'dots', 'bars'] as const;
export type PatternName = (typeof patternNames)[number];

export interface Pattern {
  /** Side of the square tile, viewBox units. */
  readonly size: number;
  /** What is drawn in the tile. Lines run on into the next tile without a break. */
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly dots: readonly (readonly [x: number, y: number])[];
  /** Width of the lines, radius of the dots. */
  readonly weight: number;
  readonly opacity: number;
}

export const patterns: Readonly<Record<PatternName, Pattern>> = {
  // Three strokes: the diagonal, and the corners it cuts in the tiles beside it.
  hatch: {
    size: 14,
    lines: [
      [0, 14, 14, 0],
      [-2, 2, 2, -2],
      [12, 16, 16, 12],
    ],
    dots: [],
    weight: 2,
    opacity: 0.42,
  },
  dots: {
    size: 24,
    lines: [],
    dots: [
      [6, 6],
      [18, 18],
    ],
    weight: 2.3,
    opacity: 0.55,
  },
  bars: {
    size: 20,
    lines: [[0, 10, 20, 10]],
    dots: [],
    weight: 2,
    opacity: 0.5,
  },
};

/** Share of the paper that the hatch darkens: diagonal strokes √2 closer than the tile is wide. */
export const hatchCoverage =
  (patterns.hatch.weight / (patterns.hatch.size / Math.SQRT2)) * patterns.hatch.opacity;
