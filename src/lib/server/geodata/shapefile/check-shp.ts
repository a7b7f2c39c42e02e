/**
 * Walks a .shp (ESRI Shapefile Technical Description, 1998) without reading it: every length against
 * the bytes that are there. The reading library trusts them, and looks for a lost record byte by byte.
 */
import { geodataLimits, refused, type GeodataRefused } from '../place-feature.ts';

export type CheckedShp =
  { readonly status: 'sound'; readonly shapes: number; readonly end: number } | GeodataRefused;

/** Shapes without height or measure, and both variants with: point, line, polygon, set of points. */
const base: Readonly<Record<number, 'null' | 'point' | 'line' | 'polygon' | 'points'>> = {
  0: 'null',
  1: 'point',
  3: 'line',
  5: 'polygon',
  8: 'points',
  11: 'point',
  13: 'line',
  15: 'polygon',
  18: 'points',
  21: 'point',
  23: 'line',
  25: 'polygon',
  28: 'points',
};

/** The positions of a record, or `null` where its numbers do not fit into its length. */
function positionsIn(view: DataView, at: number, length: number, type: number): number | null {
  const fits = (bytes: number): boolean => bytes <= length;
  switch (base[type]) {
    case 'null':
      return 0;
    case 'point':
      return fits(20) ? 1 : null;
    case 'points': {
      const count = fits(40) ? view.getInt32(at + 36, true) : -1;
      return count >= 0 && fits(40 + 16 * count) ? count : null;
    }
    case 'polygon': {
      if (!fits(44)) return null;
      const [parts, count] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)];
      if (parts < 1 || count < 0 || !fits(44 + 4 * parts + 16 * count)) return null;
      let previous = -1;
      for (let part = 0; part < parts; part += 1) {
        const start = view.getInt32(at + 44 + 4 * part, true);
        if (start <= previous || start >= count || (part === 0 && start !== 0)) return null;
        previous = start;
      }
      return count;
    }
    default:
      return null;
  }
}

/** Whether the file is a shapefile of points or polygons whose records are all there. */
export function checkShp(bytes: Uint8Array, layer: string): CheckedShp {
  const damaged = refused('shp-damaged', { layer });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getInt32(0) !== 9994) return damaged;
  const end = view.getInt32(24) * 2;
  if (end < 100 || end > bytes.length) return damaged;
  const type = view.getInt32(32, true);
  const kind = base[type];
  if (kind === 'line') return refused('unsupported-shape', { layer, type: 'PolyLine' });
  if (type === 31) return refused('unsupported-shape', { layer, type: 'MultiPatch' });
  if (kind === undefined) return refused('unsupported-shape', { layer, type: String(type) });
  let [at, shapes, positions] = [100, 0, 0];
  while (at < end) {
    if (at + 12 > end) return damaged;
    const length = view.getInt32(at + 4) * 2;
    const own = view.getInt32(at + 8, true);
    if (length < 4 || at + 8 + length > end || (own !== 0 && own !== type)) return damaged;
    const found = positionsIn(view, at + 8, length, own);
    if (found === null) return damaged;
    shapes += 1;
    positions += found;
    if (shapes > geodataLimits.features)
      return refused('too-many-features', { most: String(geodataLimits.features) });
    if (positions > geodataLimits.positions)
      return refused('too-many-positions', { most: String(geodataLimits.positions) });
    at += 8 + length;
  }
  return { status: 'sound', shapes, end };
}
