/** From the datum of a file, and from exchanged axes, to what the map is drawn in. */
import gcoord from 'gcoord';
import type { Position } from 'geojson';
import type { DatumName } from '../../domain/geodata.ts';
import type { PlaceGeometry } from './place-feature.ts';

/**
 * A position in WGS-84. CGCS2000 is taken as it is: it was tied to ITRF97 at epoch 2000.0, as WGS-84
 * is tied to later editions of the same frame, and the plates' drift since is below a metre.
 */
export function positionToWgs84([x = NaN, y = NaN]: Position, datum: DatumName): Position {
  const { BD09, GCJ02, WGS84 } = gcoord;
  switch (datum) {
    case 'wgs84':
    case 'cgcs2000':
      return [x, y];
    case 'gcj02':
      return gcoord.transform([x, y], GCJ02, WGS84);
    case 'bd09':
      return gcoord.transform([x, y], BD09, WGS84);
  }
}

/** The geometry in WGS-84. `isSwapped`: the file wrote latitude first. */
export function toWgs84<Geometry extends PlaceGeometry>(
  geometry: Geometry,
  datum: DatumName,
  isSwapped = false,
): Geometry {
  const move = ([x = NaN, y = NaN]: Position): Position =>
    positionToWgs84(isSwapped ? [y, x] : [x, y], datum);
  // Exchanging the axes mirrors the map: rings would run the other way round.
  const ring = (positions: Position[]): Position[] =>
    isSwapped ? positions.map(move).toReversed() : positions.map(move);
  const moved = (): PlaceGeometry => {
    switch (geometry.type) {
      case 'Point':
        return { type: 'Point', coordinates: move(geometry.coordinates) };
      case 'Polygon':
        return { type: 'Polygon', coordinates: geometry.coordinates.map(ring) };
      case 'MultiPolygon':
        return {
          type: 'MultiPolygon',
          coordinates: geometry.coordinates.map((rings) => rings.map(ring)),
        };
    }
  };
  // The type of geometry is kept.
  return moved() as Geometry;
}
