/** Sends files through the reading of positions and all that is asked of places, and holds the answers to their laws. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Position } from 'geojson';
import {
  geodataRefusals,
  featureFaultCodes,
  placeFaultCodes,
} from '../../src/lib/domain/geodata.ts';
import { countyCode } from '../../src/lib/domain/division.ts';
import { geodata as english } from '../../src/lib/i18n/en/geodata.ts';
import { geodata as chinese } from '../../src/lib/i18n/zh-CN/geodata.ts';
import { faultsBetween } from '../../src/lib/server/geodata/between-places.ts';
import { findDatum, type CountyAreas } from '../../src/lib/server/geodata/find-datum.ts';
import { parseGeodata } from '../../src/lib/server/geodata/parse-geodata.ts';
import { placeFaults } from '../../src/lib/server/geodata/place-faults.ts';
import type { PlaceFeature, PlaceGeometry } from '../../src/lib/server/geodata/place-feature.ts';
import { readGeodataFiles } from '../../src/lib/server/geodata/read-geodata.ts';
import { toWgs84 } from '../../src/lib/server/geodata/to-wgs84.ts';
import { counties } from '../bad-files/geo-places.ts';
import type { Asked, FuzzFile } from './fuzz-case.ts';
import { withinBounds } from './within-bounds.ts';

const areas: CountyAreas = new Map(
  counties.features.map(({ geometry, properties }) => [properties.code, geometry]),
);
const surroundings = { counties: areas, townships: new Map() };
const languages = [chinese, english];

/** What the process alone can answer. */
const elsewhere = new Set(['failed', 'too-slow']);

/** What became of them, for the table at the end. */
export async function judgePlaces(files: readonly FuzzFile[], asked: Asked): Promise<string> {
  const read = await withinBounds(() => parseGeodata(files));
  deepEqual(await parseGeodata(files), read, 'read otherwise the second time');
  if (asked.isThreaded)
    deepEqual(await readGeodataFiles(files), read, 'read otherwise in its process');
  if (read.status === 'refused') {
    ok(
      geodataRefusals.includes(read.reason) && !elsewhere.has(read.reason),
      `refused as ${read.reason}`,
    );
    for (const { refusals } of languages) ok(refusals[read.reason](read.values ?? {}).length > 2);
    return `refused: ${read.reason}`;
  }
  ok(
    read.features.length > 0 || read.layers.some(({ deleted }) => deleted > 0),
    'nothing was read',
  );
  read.features.forEach(expectFeature);
  const told = await withinBounds(async () => judgeAll(read.features));
  deepEqual(judgeAll(read.features), told, 'judged otherwise the second time');
  return told.length > 0 ? 'read, with places' : 'read, without a place';
}

function expectFeature({ attributes, geometry, faults, row }: PlaceFeature): void {
  ok(Number.isInteger(row) && row >= 1);
  for (const text of Object.values(attributes)) equal(typeof text, 'string');
  equal(Object.getPrototypeOf(attributes), Object.prototype, 'attributes of another kind');
  for (const { code, values } of faults) {
    ok(featureFaultCodes.includes(code), `unknown fault ${code}`);
    for (const { featureFaults } of languages) ok(featureFaults[code](values ?? {}).length > 2);
  }
  if (geometry === null) ok(faults.length > 0, 'no geometry, and no word why');
  else for (const ring of ringsIn(geometry)) expectRing(ring, geometry.type);
}

function ringsIn(geometry: PlaceGeometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

function expectRing(ring: readonly Position[], type: PlaceGeometry['type']): void {
  ok(ring.length >= (type === 'Point' ? 1 : 4), `${ring.length} positions in a ${type}`);
  for (const position of ring) {
    equal(position.length, 2);
    ok(
      position.every((number) => Math.abs(number) <= 180),
      `at ${position.join()}`,
    );
  }
  deepEqual(ring[0], ring.at(-1), 'an open ring');
}

/** All that the import asks of places: their datum, each by itself, and each beside the others. */
function judgeAll(features: readonly PlaceFeature[]): readonly unknown[] {
  const matched = features.flatMap(({ attributes, geometry }) => {
    const said = attributes['code'] ?? '';
    const unit = /^\d{9}(\d{3})?$/.test(said) ? said : '131002104';
    return geometry ? [{ unit, county: countyCode(unit), geometry }] : [];
  });
  if (matched.length === 0) return [];
  const { datum, isSwapped } = findDatum(matched, areas, null);
  const places = matched.map(({ unit, geometry }) => ({
    unit,
    geometry: toWgs84(geometry, datum, isSwapped),
  }));
  const single = places.map((place, at) => placeFaults(place, surroundings, matched[at]?.geometry));
  const sound = places.filter((_, at) => single[at]?.every(({ severity }) => severity !== 'wrong'));
  const between = faultsBetween(sound);
  for (const { code } of [...single.flat(), ...[...between.values()].flat()])
    ok(placeFaultCodes.includes(code), `unknown fault ${code}`);
  return [datum, isSwapped, single, [...between]];
}
