/** How large a pattern image must be for the WebGL map to show it as the SVG does. */
import type { Pattern } from '../patterns.ts';

export interface PatternSize {
  /** Tiles along one side of the image: several, so that rounding to pixels does not show. */
  readonly repeat: number;
  /** Side of the image in its own pixels. */
  readonly side: number;
  /** Image pixels for one CSS px. */
  readonly pixelRatio: number;
}

const repeat = 4;
/** Drawn finer than the screen and scaled down: the engine stretches patterns between zooms. */
const oversampling = 2;

/**
 * `zoom`: at which the patterns are to match. MapLibre shows a pattern in its own size at whole
 * zoom levels and stretches it up to twofold on the way to the next.
 */
export function patternSize(
  pattern: Pattern,
  pixelsPerUnit: number,
  zoom: number,
  devicePixelRatio: number,
): PatternSize {
  const pixelRatio = Math.max(1, devicePixelRatio) * oversampling;
  const cssPixels = (pattern.size * pixelsPerUnit) / 2 ** (zoom - Math.floor(zoom));
  const side = Math.max(2 * repeat, Math.round(cssPixels * pixelRatio * repeat));
  return { repeat, side, pixelRatio };
}
