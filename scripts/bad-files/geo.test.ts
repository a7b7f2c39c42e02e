import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { countyCode } from '../../src/lib/domain/division.ts';
import { faultsBetween } from '../../src/lib/server/geodata/between-places.ts';
import { findDatum, type CountyAreas } from '../../src/lib/server/geodata/find-datum.ts';
import { parseGeodata } from '../../src/lib/server/geodata/parse-geodata.ts';
import type { PlaceFeature } from '../../src/lib/server/geodata/place-feature.ts';
import { placeFaults, type Place } from '../../src/lib/server/geodata/place-faults.ts';
import { readGeodata } from '../../src/lib/server/geodata/read-geodata.ts';
import { counties } from './geo-places.ts';
import { badGeoFiles } from './geo.ts';

const folder = join(import.meta.dirname, '../../tests/fixtures/bad-files/geo');
const areas: CountyAreas = new Map(
  counties.features.map(({ geometry, properties }) => [properties.code, geometry]),
);
const surroundings = { counties: areas, townships: new Map() };
const megabyte = 1024 * 1024;

/**
 * The answer to a file, with how long it took, and how much memory reading takes beside the file itself: the
 * site reads in a process of its own, so it is read once more here, where it can be measured.
 */
async function answerTo(bytes: Uint8Array, name: string) {
  const start = performance.now();
  const answer = await readGeodata(bytes, name);
  const milliseconds = performance.now() - start;
  const before = process.memoryUsage().rss;
  let most = before;
  const look = (): void => void (most = Math.max(most, process.memoryUsage().rss));
  const watch = setInterval(look, 5);
  // What size alone forbids is not read at all.
  if (answer.status === 'read' || answer.reason !== 'too-large') {
    await parseGeodata([{ name, bytes }]);
  }
  look();
  clearInterval(watch);
  return { answer, milliseconds, megabytes: (most - before) / megabyte };
}

function placesOf(
  features: readonly PlaceFeature[],
): readonly (Place & { readonly row: number })[] {
  return features.flatMap(({ attributes, geometry }, index) =>
    geometry ? [{ unit: attributes['code'] ?? '', geometry, row: index + 1 }] : [],
  );
}

function placeFaultsOf(features: readonly PlaceFeature[]): readonly unknown[] {
  const places = placesOf(features);
  const between = faultsBetween(places);
  return places.flatMap((place, index) =>
    [...placeFaults(place, surroundings), ...(between.get(index) ?? [])].map(({ code }) => [
      place.row,
      code,
    ]),
  );
}

describe('bad files of positions', () => {
  it('are 35 at least, each of its own name, and the kept ones below 2 MB together', () => {
    const kept = badGeoFiles.filter(({ isLarge }) => !isLarge).map(({ name }) => name);
    const sizes = kept.map((name) => statSync(join(folder, name)).size);
    expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
    expect(badGeoFiles.length).toBeGreaterThanOrEqual(35);
    expect(new Set(badGeoFiles.map(({ name }) => name)).size).toBe(badGeoFiles.length);
    expect(Math.max(...sizes)).toBeLessThan(200_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  });

  it.each(badGeoFiles)(
    '$name is answered as it should be',
    async (bad) => {
      const made = bad.make();
      const path = join(folder, bad.name);
      const bytes = bad.isLarge ? made : readFileSync(path);
      // The folder holds what the script makes.
      expect(Buffer.from(made).equals(bytes)).toBe(true);
      const { answer, milliseconds, megabytes } = await answerTo(bytes, bad.name);
      expect(milliseconds).toBeLessThan(2000);
      expect(megabytes).toBeLessThan(100);
      if ('refused' in bad.expect) {
        expect(answer).toMatchObject({ status: 'refused', reason: bad.expect.refused });
        return;
      }
      const { read } = bad.expect;
      if (answer.status === 'refused') throw new Error(`refused: ${answer.reason}`);
      const { features, layers } = answer;
      expect(features).toHaveLength(read.rows);
      const faults = features.flatMap((feature, index) =>
        feature.faults.map(({ code }) => [index + 1, code]),
      );
      expect(faults).toEqual(read.faults ?? []);
      if (read.encoding) expect(layers[0]?.encoding).toBe(read.encoding);
      if (read.encodingFrom) expect(layers[0]?.encodingFrom).toBe(read.encodingFrom);
      if (read.firstName) expect(features[0]?.attributes['name']).toBe(read.firstName);
      if (read.placeFaults) expect(placeFaultsOf(features)).toEqual(read.placeFaults);
      if (!read.datum) return;
      const matched = placesOf(features).map(({ unit, geometry }) => ({
        geometry,
        county: countyCode(unit),
      }));
      expect(findDatum(matched, areas, null)).toMatchObject(read.datum);
      // Making a large file may take longer than answering it.
    },
    20_000,
  );

  it('leave the process answering, and nothing of them behind', async () => {
    const good = JSON.stringify({ type: 'Point', coordinates: [116.7, 39.2] });
    const { answer } = await answerTo(new TextEncoder().encode(good), 'good.geojson');
    await wait(50);
    expect(answer.status).toBe('read');
    expect(process.getActiveResourcesInfo()).not.toContain('Worker');
  });
});
