import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../domain/knowledge.ts';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import { registerUnits } from '../../domain/register-unit.ts';
import { registerTable } from '../../export/register-table.ts';
import { tableGeojson } from '../../export/table-geojson.ts';
import { tableShapefile } from '../../export/table-shapefile.ts';
import { countyAreas } from '../data/county-areas.ts';
import { extentOf } from '../data/extent.ts';
import { readDataDirectory } from '../data/read-data-directory.ts';
import { sentences } from '../../i18n/sentences.ts';
import { judgePlaces } from './judge-places.ts';

const read = readDataDirectory(join(import.meta.dirname, '../../../../data'));
if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
const { data, geometry } = read.site;
const at = '2026-11-24';

type Level = 'township' | 'village';
type Known = readonly (readonly [string, PlaceGeometry])[];

/** What somebody downloads of a register in which these units lie there. */
function exported(level: Level, known: Known, lang: 'zh-CN' | 'en') {
  const source = { id: 'S1', title: '测试用的虚构位置', publisher: '测试机关' };
  const places = known.map(([division, of], index) => ({
    ...{ id: `P${index}`, division, geometry: of, source: source.id },
    recordedAt: '2026-11-01T00:00:00Z',
  }));
  const status = { ...data.status, sources: [...data.status.sources, source], places };
  const knowledge = knowledgeOf({ ...data, status });
  const codes = new Set(known.map(([code]) => code));
  const units = registerUnits(knowledge, level, at).filter(({ division }) =>
    codes.has(division.code),
  );
  const provenance = {
    ...{ at, knownAt: null, dataVersion: 'd', ruleVersion: 'r', demonstration: false },
  };
  const { unitStates: stateNames } = sentences[lang].county;
  const map = { boundarySource: '测试', boundaryNote: '', mapApproval: '' };
  const file = { provenance, dataUpTo: null, map };
  return registerTable({ level, units, knowledge, file, stateNames, lang });
}

async function judged(level: Level, known: Known, name: string, bytes: Uint8Array) {
  const outcome = await judgePlaces({
    ...{ division: '131000', level, name, bytes, known, divisions: data.divisions },
    ...{ counties: countyAreas(geometry), extent: extentOf(geometry) },
    choices: { rows: {}, declared: 'wgs84', decided: null },
  });
  if (outcome.status === 'refused') throw new Error(outcome.reason);
  return outcome;
}

const decimals = (value: number): number => Math.round(value * 1e7) / 1e7;
const degrees = fc
  .tuple(
    fc.double({ min: 116.1, max: 117.1, noNaN: true }),
    fc.double({ min: 38.6, max: 40, noNaN: true }),
  )
  .map(([x, y]) => [decimals(x), decimals(y)] as const);
const point = degrees.map(([x, y]): PlaceGeometry => ({ type: 'Point', coordinates: [x, y] }));
const outline = degrees.map(([x, y]): PlaceGeometry => {
  const [east, north] = [decimals(x + 0.01), decimals(y + 0.01)];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [east, y],
        [east, north],
        [x, y],
      ],
    ],
  };
});

/** Units that a register lists, each with a made-up position. */
function knownOf(level: Level) {
  const listed = data.divisions.filter((unit) => unit.countedFor.includes(level));
  const codes = fc.uniqueArray(fc.constantFrom(...listed.map(({ code }) => code)), {
    minLength: 1,
    maxLength: 8,
  });
  const of = level === 'village' ? point : fc.oneof(point, outline);
  return codes.chain((units) => fc.tuple(...units.map((code) => fc.tuple(fc.constant(code), of))));
}

describe.each(['township', 'village'] as const)('The positions of a %s register', (level) => {
  it.each(['zh-CN', 'en'] as const)(
    'taken away in %s and imported again are those on record',
    async (lang) => {
      await fc.assert(
        fc.asyncProperty(knownOf(level), async (known) => {
          const table = exported(level, known, lang);
          expect(table.rows).toHaveLength(known.length);
          const same = { same: known.length, new: 0, moved: 0, doubt: 0, wrong: 0 };
          const geojson = JSON.stringify(tableGeojson(table, {}));
          const text = new TextEncoder().encode(geojson);
          expect((await judged(level, known, 'a.geojson', text)).counts).toMatchObject(same);
          const zip = tableShapefile(table, { name: 'register', day: at, notes: [] });
          const bytes = zip?.bytes ?? new Uint8Array();
          expect((await judged(level, known, 'a.zip', bytes)).counts).toMatchObject(same);
        }),
        { numRuns: 15 },
      );
    },
    60_000,
  );
});
