/**
 * Made-up positions for tests, and files that hold them: a grid of points inside a county, handed to its
 * villages in the order of their codes. No village lies where these say.
 */
import { bbox } from '@turf/turf';
import gcoord from 'gcoord';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Division } from '../../src/lib/domain/division.ts';
import type { ProposedPlace } from '../../src/lib/domain/submission.ts';
import { shapefileZip } from '../../src/lib/export/shapefile/shapefile-zip.ts';
import { metresOutside } from '../../src/lib/server/geodata/metres.ts';

export interface MadeUpPlace {
  readonly unit: Division;
  readonly township: Division;
  /** In WGS-84, six decimals. */
  readonly position: readonly [number, number];
}

/** A point inside the county for each of its first villages. */
export function madeUpPlaces(
  divisions: readonly Division[],
  county: string,
  area: Polygon | MultiPolygon,
  count: number,
): readonly MadeUpPlace[] {
  const villages = divisions.filter(
    ({ level, code }) => level === 'village' && code.startsWith(county),
  );
  const [west, south, east, north] = bbox(area);
  const step = Math.sqrt(((east - west) * (north - south)) / (4 * count));
  const positions: [number, number][] = [];
  for (let x = west; x < east; x += step) {
    for (let y = south; y < north; y += step) {
      if (metresOutside([x, y], area) > 0) continue;
      positions.push([Number(x.toFixed(6)), Number(y.toFixed(6))]);
    }
  }
  return villages.slice(0, count).map((unit, index) => {
    const position = positions[index];
    const township = divisions.find(({ code }) => code === unit.parent);
    if (!position || !township) throw new Error('too few positions or townships in the county');
    return { unit, township, position };
  });
}

export function toGcj02([x = NaN, y = NaN]: readonly number[]): [number, number] {
  const [longitude = NaN, latitude = NaN]: Position = gcoord.transform(
    [x, y],
    gcoord.WGS84,
    gcoord.GCJ02,
  );
  return [longitude, latitude];
}

type Move = (position: readonly number[]) => readonly number[];
const stay: Move = (position) => position;

export function asGeojson(places: readonly MadeUpPlace[], move: Move = stay): Uint8Array {
  const features = places.map(({ unit, township, position }) => ({
    type: 'Feature',
    properties: { 代码: unit.code, 村庄名称: unit.name, 所属乡镇: township.name },
    geometry: { type: 'Point', coordinates: move(position) },
  }));
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
}

/** Its .prj says CGCS2000 whatever `move` made of the positions, as many such files do. */
export function asShapefile(places: readonly MadeUpPlace[], move: Move = stay): Uint8Array {
  return shapefileZip({
    name: 'made_up_places',
    day: '2026-11-24',
    notes: ['测试用的虚构位置'],
    fields: [
      { name: 'code', type: 'text', width: 12, label: '代码' },
      { name: 'village', type: 'text', width: 80, label: '村庄名称' },
      { name: 'township', type: 'text', width: 80, label: '所属乡镇' },
    ],
    rows: places.map(({ unit, township, position }) => ({
      geometry: { type: 'Point', coordinates: [...move(position)] },
      values: [unit.code, unit.name, township.name],
    })),
  }).bytes;
}

/** Metres between where a unit was made up to lie and where it is recorded. */
export function metresApart(
  place: MadeUpPlace,
  recorded: readonly Pick<ProposedPlace, 'division' | 'geometry'>[],
): number {
  const geometry = recorded.find(({ division }) => division === place.unit.code)?.geometry;
  if (geometry?.type !== 'Point') return Infinity;
  const [x = NaN, y = NaN] = geometry.coordinates;
  const [u, v] = place.position;
  return Math.hypot((x - u) * 111_195 * Math.cos((v * Math.PI) / 180), (y - v) * 111_195);
}
