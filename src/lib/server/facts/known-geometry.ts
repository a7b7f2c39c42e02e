import type { PlaceGeometry } from '../../domain/place-geometry.ts';

/** Some 200,000 positions: the townships of a prefecture drawn in full, twice. */
const mostCharacters = 16_000_000;

let known = new Map<string, PlaceGeometry>();
let characters = 0;

/**
 * The geometry of a GeoJSON text, the same object for the same text: outlines are read anew with every
 * change of the log, and what was found out about one (that its rings are sound) still holds. Throws
 * where it is none: `appendFacts` writes no such text.
 */
export function geometryFrom(text: string): PlaceGeometry {
  const remembered = known.get(text);
  if (remembered) return remembered;
  const geometry: unknown = JSON.parse(text);
  if (!isGeometry(geometry)) throw new Error(`No geometry: ${text.slice(0, 100)}`);
  if (characters + text.length > mostCharacters) {
    known = new Map();
    characters = 0;
  }
  known.set(text, geometry);
  characters += text.length;
  return geometry;
}

/** As far as its kind; its figures are checked with the rest of the log. */
function isGeometry(value: unknown): value is PlaceGeometry {
  if (typeof value !== 'object' || value === null) return false;
  if (!('type' in value) || !('coordinates' in value)) return false;
  const { type, coordinates } = value;
  return (
    (type === 'Point' || type === 'Polygon' || type === 'MultiPolygon') &&
    Array.isArray(coordinates)
  );
}
