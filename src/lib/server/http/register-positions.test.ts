/** The coordinates of a register: in its columns, through our own import of positions, and of ledgers. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Division } from '../../domain/division.ts';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import { registerLevels, type RegisterLevel } from '../../domain/register-unit.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import type { ReachedEvent } from '../../domain/status.ts';
import { columnMeaning } from '../import/column-meaning.ts';
import { previewed } from '../import/ledger-fixture.ts';
import { countyAreas } from '../data/county-areas.ts';
import { extentOf } from '../data/extent.ts';
import { readDataDirectory } from '../data/read-data-directory.ts';
import { judgePlaces } from '../places/judge-places.ts';
import { createReadModel } from '../read-model.ts';
import { readBytes } from '../spreadsheet/read-bytes.ts';
import { registerFile } from './download-fixture.ts';

const directory = readDataDirectory('data');
if (directory.status === 'invalid') throw new Error('The data of this repository do not validate.');
const { site } = directory;
const { data, geometry } = site;
const county = '131022';
const recordedAt = '2024-01-01T09:00:00+08:00';
const source = { id: 'made-up', title: '测试用的虚构位置', publisher: '测试机关', date: '2023' };

type Known = readonly (readonly [string, PlaceGeometry])[];

const unitsOf = (level: RegisterLevel): readonly Division[] =>
  data.divisions.filter(
    ({ code, countedFor }) => code.startsWith(county) && countedFor.includes(level),
  );

const events = (level: RegisterLevel): readonly ReachedEvent[] =>
  unitsOf(level)
    .slice(0, 5)
    .map(({ code }) => ({
      ...{ id: `E-${code}`, kind: 'reached', division: code, track: level, stage: 'named' },
      ...{ effective: '2023-06', certainty: 'confirmed', recordedAt, source: source.id },
    }));

/** Some named, some placed, most neither: all made up. */
function madeUp(level: RegisterLevel, known: Known): ProgrammeData {
  const places = known.map(([division, of]) => ({
    ...{ id: `P-${division}`, division, geometry: of, recordedAt, source: source.id },
  }));
  const sources = [...data.status.sources, source];
  return { ...data, status: { ...data.status, sources, places, events: [...events(level)] } };
}

type Format = 'csv' | 'xlsx';
type Language = 'zh-CN' | 'en';

function taken(format: Format, level: RegisterLevel, known: Known, lang: Language): Uint8Array {
  const model = createReadModel({ ...site, data: madeUp(level, known) }, () =>
    Date.parse('2026-11-24T12:00:00+08:00'),
  );
  return registerFile(format, model, level, { county }, lang).bytes;
}

async function judged(level: RegisterLevel, before: Known, name: string, bytes: Uint8Array) {
  const outcome = await judgePlaces({
    ...{ division: '131000', level, name, bytes, known: before, divisions: data.divisions },
    ...{ counties: countyAreas(geometry), extent: extentOf(geometry) },
    choices: { rows: {}, declared: 'cgcs2000', decided: null },
  });
  if (outcome.status === 'refused') throw new Error(outcome.reason);
  return outcome;
}

const decimals = (value: number): number => Math.round(value * 1e7) / 1e7;
/** Within 固安县, where its own units may lie. */
const inCounty = fc.tuple(
  fc.double({ min: 116.2, max: 116.219, noNaN: true }),
  fc.double({ min: 39.35, max: 39.45, noNaN: true }),
);

/** No two in one place: that would be asked about. */
const knownOf = (level: RegisterLevel): fc.Arbitrary<Known> =>
  fc
    .uniqueArray(fc.constantFrom(...unitsOf(level).map(({ code }) => code)), {
      minLength: 1,
      maxLength: 6,
    })
    .chain((codes) => fc.tuple(...codes.map((code) => fc.tuple(fc.constant(code), inCounty))))
    .map((placed) =>
      placed.map(([code, [x, y]], index) => {
        const coordinates = [decimals(x + index * 0.02), decimals(y)];
        return [code, { type: 'Point', coordinates }];
      }),
    );

const cases = registerLevels.flatMap((level) =>
  (['csv', 'xlsx'] as const).flatMap((format) =>
    (['zh-CN', 'en'] as const).map((lang) => [level, format, lang] as const),
  ),
);

describe.each(cases)('A %s register as %s in %s', { timeout: 60_000 }, (level, format, lang) => {
  it('has its coordinates again when it is imported as positions', async () => {
    await fc.assert(
      fc.asyncProperty(knownOf(level), async (known) => {
        const bytes = taken(format, level, known, lang);
        const name = `名录.${format}`;
        const again = (await judged(level, known, name, bytes)).counts;
        expect(again).toMatchObject({ same: known.length, new: 0, moved: 0, doubt: 0 });
        const anew = await judged(level, [], name, bytes);
        const places = JSON.parse(new TextDecoder().decode(anew.places)) as readonly {
          readonly division: string;
          readonly geometry: PlaceGeometry;
        }[];
        // In the order of the register, by code.
        expect(places.map(({ division, geometry: of }) => [division, of])).toEqual(
          known.toSorted(([a], [b]) => a.localeCompare(b)),
        );
      }),
      { numRuns: 8 },
    );
  });

  it('says nothing new when it is imported as a ledger', async () => {
    await fc.assert(
      fc.asyncProperty(knownOf(level), async (known) => {
        const read = await readBytes(taken(format, level, known, lang), `名录.${format}`);
        if (read.status === 'refused') throw new Error(read.reason);
        const { counts } = previewed(read.workbook, {
          ...{ data: madeUp(level, known), track: level, division: county },
        });
        const same = events(level).length;
        expect(counts).toMatchObject({ same, new: 0, changed: 0, doubt: 0, wrong: 0 });
      }),
      { numRuns: 8 },
    );
  });
});

describe('The columns that are no part of a ledger', () => {
  const own = [
    '经度',
    '纬度',
    '坐标系',
    '位置类型',
    '位置依据',
    '截至日期',
    '数据截止',
    '按此日记录',
  ];
  const more = ['数据版本', '演示数据', '边界来源', '审图号', '确定程度', '填报截止'];
  const english = ['longitude', 'latitude', 'datum', 'position as', 'position by', 'as of'];
  const rest = ['data up to', 'known at', 'data version', 'demonstration data', 'boundary source'];
  const headings = [...own, ...more, ...english, ...rest, 'map approval'];
  it.each(headings)('%s is not taken for one', (heading) => {
    expect(columnMeaning(heading, 'township')).toBeNull();
    expect(columnMeaning(heading, 'village')).toBeNull();
  });
});

describe('Coordinates in a CSV', () => {
  const [first, second, third] = unitsOf('township');
  if (!first || !second || !third) throw new Error('too few townships');
  const ring = [
    [116.3, 39.4],
    [116.31, 39.4],
    [116.31, 39.41],
    [116.3, 39.4],
  ];
  const known: Known = [
    [first.code, { type: 'Point', coordinates: [116.2986123, 39.4] }],
    [second.code, { type: 'Polygon', coordinates: [ring] }],
  ];
  const rows: Record<string, string>[] = parse(
    Buffer.from(taken('csv', 'township', known, 'zh-CN')),
    { bom: true, columns: true },
  );
  const of = (code: string) => rows.find(({ 代码 }) => 代码 === code);

  it('are plain numbers of degrees, with their datum and document', () => {
    expect(of(first.code)).toMatchObject({
      ...{ 经度: '116.2986123', 纬度: '39.4', 坐标系: 'CGCS2000', 位置类型: '点' },
      位置依据: source.title,
    });
  });

  it('are no centroid of an outline', () => {
    expect(of(second.code)).toMatchObject({ 经度: '', 纬度: '', 位置类型: '范围' });
  });

  it('are empty where nothing is on record', () => {
    const nothing = { 经度: '', 纬度: '', 坐标系: '', 位置类型: '', 位置依据: '' };
    expect(of(third.code)).toMatchObject(nothing);
  });
});
