/**
 * Makes `data/divisions.csv`, `counties.geojson`, `context.geojson`, `county-seats.geojson` and, when
 * there are none, `control-points.csv` from the source files (see data/README.md).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import { contextOf } from './prepare/context.ts';
import { controlPoints } from './prepare/control-points.ts';
import { countiesOf } from './prepare/counties.ts';
import { divisionRows, type TownshipUnit, type VillageUnit } from './prepare/divisions.ts';

const help = `Usage: node scripts/prepare-data.ts --from DIR [--to DIR] [--dry-run]

Reads   DIR/counties.geojson, context.geojson, county-seats.geojson, townships.json, villages.json
Writes  divisions.csv, counties.geojson, context.geojson, county-seats.geojson; control-points.csv
        only where there is none, because it is what later editions are compared with.

  --from DIR   the source files
  --to DIR     where to write (default: data)
  --dry-run    say what would be written, write nothing
  --help       this text`;

const prefecture = '131000';

type Outlines = FeatureCollection<
  Polygon | MultiPolygon,
  { readonly code: string; readonly name: string }
>;

/** One feature per line, so that a change shows as the lines it touches. */
function geojsonText(collection: { readonly features: readonly Feature[] }): string {
  const lines = collection.features.map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`;
}

function preparedFiles(from: string): ReadonlyMap<string, string> {
  // The source files are named on the command line and checked by `validate` once they are made.
  const read = (name: string): unknown => JSON.parse(readFileSync(join(from, name), 'utf8'));
  const counties = read('counties.geojson') as Outlines;
  const neighbours = read('context.geojson') as Outlines;
  const seats = read('county-seats.geojson') as FeatureCollection<
    Point,
    { readonly code: string; readonly name: string }
  >;
  const townships = read('townships.json') as { readonly units: readonly TownshipUnit[] };
  const villages = read('villages.json') as { readonly units: readonly VillageUnit[] };
  const others = {
    ...neighbours,
    features: neighbours.features.filter(({ properties }) => properties.code !== prefecture),
  };
  const points = controlPoints(counties, others).map(({ longitude, latitude, between }) => ({
    longitude,
    latitude,
    between: between.join(' '),
  }));
  const seatFeatures = seats.features
    .map(({ geometry, properties: { code, name } }) => ({
      type: 'Feature' as const,
      id: code,
      properties: { code, name },
      geometry,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return new Map([
    [
      'divisions.csv',
      stringify([...divisionRows(townships.units, villages.units)], { header: true }),
    ],
    ['counties.geojson', geojsonText(countiesOf(counties))],
    ['context.geojson', geojsonText(contextOf(others, counties, prefecture))],
    ['county-seats.geojson', geojsonText({ features: seatFeatures })],
    ['control-points.csv', stringify([...points], { header: true })],
  ]);
}

function main(): number {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      to: { type: 'string', default: 'data' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (values.from === undefined) {
    console.error(`--from DIR is missing\n\n${help}`);
    return 2;
  }
  for (const [name, content] of preparedFiles(values.from)) {
    const target = join(values.to, name);
    const kept = name === 'control-points.csv' && existsSync(target);
    if (!kept && !values['dry-run']) {
      mkdirSync(values.to, { recursive: true });
      writeFileSync(target, content);
    }
    const verb = kept ? 'kept' : values['dry-run'] ? 'would write' : 'wrote';
    console.log(`${verb} ${target} (${Buffer.byteLength(content)} bytes)`);
  }
  return 0;
}

process.exitCode = main();
