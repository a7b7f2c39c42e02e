/** Invented positions in the counties for the files of this set; none is where a village is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import gcoord from 'gcoord';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { seededRandom } from '../demo/random.ts';
import { metresOutside } from '../../src/lib/server/geodata/metres.ts';

export interface InventedPlace {
  readonly code: string;
  readonly name: string;
  readonly position: Position;
}

type Counties = FeatureCollection<Polygon | MultiPolygon, { readonly code: string }>;

const file = join(import.meta.dirname, '../../data/counties.geojson');
export const counties = JSON.parse(readFileSync(file, 'utf8')) as Counties;

/** So many places in each county, spread evenly by chance; codes that no division bears. */
export function placesInside(perCounty: number, seed: number): readonly InventedPlace[] {
  const random = seededRandom(seed);
  return counties.features.flatMap(({ geometry, properties }) => {
    const places: InventedPlace[] = [];
    while (places.length < perCounty) {
      const position: [number, number] = [
        random.between(116_100_000, 117_200_000) / 1e6,
        random.between(38_500_000, 40_100_000) / 1e6,
      ];
      if (metresOutside(position, geometry) > 0) continue;
      const number = places.length + 1;
      const code = `${properties.code}99${String(9000 + number)}`;
      places.push({ code, name: `虚构村${number}`, position });
    }
    return places;
  });
}

export type Move = (position: Position) => Position;

const { WGS84, GCJ02, BD09 } = gcoord;
export const toGcj02: Move = ([x = 0, y = 0]) => gcoord.transform([x, y], WGS84, GCJ02);
export const toBd09: Move = ([x = 0, y = 0]) => gcoord.transform([x, y], WGS84, BD09);
export const swap: Move = ([x = 0, y = 0]) => [y, x];

/** A collection of the places, each position moved and rounded to a tenth of a metre. */
export function collection(places: readonly InventedPlace[], move: Move): string {
  const features = places.map(({ code, name, position }) => ({
    type: 'Feature',
    properties: { code, name },
    geometry: {
      type: 'Point',
      coordinates: move(position).map((value) => Number(value.toFixed(6))),
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** The outlines of the counties, moved, as if each were a township of its own. */
export function outlines(move: Move): string {
  const moveRings = (rings: Position[][]): Position[][] => rings.map((ring) => ring.map(move));
  const features = counties.features.map(({ geometry, properties }) => ({
    type: 'Feature',
    properties: { code: `${properties.code}999`, name: '虚构乡' },
    geometry: {
      type: geometry.type,
      coordinates:
        geometry.type === 'Polygon'
          ? moveRings(geometry.coordinates)
          : geometry.coordinates.map(moveRings),
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
