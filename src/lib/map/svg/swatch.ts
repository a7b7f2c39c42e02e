/** A legend's swatch: a small drawing in the colour and patterns that the map uses. */
import { overlayId } from '../overlay.ts';
import { palettes, type PaintKey } from '../palette.ts';
import type { PatternName } from '../patterns.ts';
import { attributes } from './markup.ts';
import { patternDefs } from './pattern-defs.ts';

export interface Swatch {
  readonly paint: PaintKey;
  readonly patterns: readonly PatternName[];
}

const width = 28;
const height = 18;
/** Patterns are made for viewBox units; a swatch is drawn in CSS px. */
const patternScale = 0.5;

/** The patterns of a class's swatch in the legend, as on the map. */
export function swatchOf(paint: PaintKey): Swatch {
  switch (paint) {
    case 'unknown':
      return { paint, patterns: ['hatch'] };
    case 'left':
      return { paint, patterns: ['bars'] };
    default:
      return { paint, patterns: [] };
  }
}

/** The swatch as inline SVG, 28 × 18 px, hidden from screen readers: its text stands beside it. */
export function renderSwatch(swatch: Swatch, id: string): string {
  const svg = attributes({
    class: 'map-swatch',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': 'true',
  });
  const overlays = swatch.patterns.map((pattern) => ({ pattern, paint: swatch.paint }));
  const defs = overlays.length > 0 ? `<defs>${patternDefs(id, overlays, patternScale)}</defs>` : '';
  return `<svg${svg}>${defs}${swatchShape(swatch, id, 0, 0, width, height)}</svg>`;
}

/** The rectangles of a swatch; `id` is the prefix under which its patterns are defined. */
export function swatchShape(
  { paint, patterns }: Swatch,
  id: string,
  ...[x, y, w, h]: readonly [number, number, number, number]
): string {
  const place = { x: x + 0.75, y: y + 0.75, width: w - 1.5, height: h - 1.5, rx: 2 };
  const isPossible = patterns.includes('dots');
  const overlays = patterns.map(
    (pattern) =>
      `<rect${attributes({ ...place, fill: `url(#${overlayId(id, { pattern, paint })})` })}/>`,
  );
  const base = {
    ...place,
    class: `map-swatch-fill paint-${paint}${isPossible ? ' is-possible' : ''}`,
    fill: palettes.light.classes[paint].fill,
  };
  return `<rect${attributes(base)}/>${overlays.join('')}`;
}
