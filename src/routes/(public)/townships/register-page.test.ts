/** What is taken away is what the page shows: the same units, in the same order, on all its pages. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  registerLevels,
  unitStates,
  type RegisterLevel,
} from '../../../lib/domain/register-unit.ts';
import { registerSortKeys } from '../../../lib/domain/register-sort.ts';
import type { Place } from '../../../lib/domain/status.ts';
import { sentences } from '../../../lib/i18n/sentences.ts';
import { defaultRegister, type RegisterState } from '../../../lib/map/register-state.ts';
import { registerView } from '../../../lib/view/register-view.ts';
import { readDataDirectory } from '../../../lib/server/data/read-data-directory.ts';
import { parseGeodata } from '../../../lib/server/geodata/parse-geodata.ts';
import { createReadModel } from '../../../lib/server/read-model.ts';
import { knownRegisterValues, registerSelection } from '../../../lib/server/register.ts';
import { readBytes } from '../../../lib/server/spreadsheet/read-bytes.ts';
import { registerFile } from '../../../lib/server/http/download-fixture.ts';

const directory = readDataDirectory('data/demo');
if (directory.status === 'invalid') throw new Error('The demonstration does not validate.');
const { site } = directory;
const { status, divisions } = site.data;
const [source] = status.sources;
if (!source) throw new Error('The demonstration cites nothing.');

/** Made up: every third unit lies somewhere. */
const places: readonly Place[] = divisions
  .filter(({ countedFor }) => registerLevels.some((level) => countedFor.includes(level)))
  .filter((_, index) => index % 3 === 0)
  .map(({ code }, index) => ({
    id: `P-${code}`,
    division: code,
    geometry: { type: 'Point', coordinates: [116 + (index % 1000) / 1000, 39.25] },
    recordedAt: '2020-01-01T09:00:00+08:00',
    source: source.id,
  }));
const model = createReadModel(
  { ...site, data: { ...site.data, status: { ...status, places: [...places] } } },
  () => Date.parse('2026-11-24T12:00:00+08:00'),
);

const batches = (level: RegisterLevel) => [...knownRegisterValues(model, level).batches];
const counties = divisions.filter(({ level }) => level === 'county').map(({ code }) => code);
const mostly = <T>(none: T, some: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: some });

const query = (level: RegisterLevel): fc.Arbitrary<RegisterState> =>
  fc.record({
    at: mostly(null, fc.constantFrom('2021-06-30', '2023-12-31', '2024-12-31')),
    knownAt: mostly(null, fc.constantFrom('2023-12-31', '2025-01-31')),
    search: mostly('', fc.constantFrom('庄', 'yjz', 'w', '131022', '１３１０８１', '不存在')),
    county: mostly<string | null>(null, fc.constantFrom(...counties)),
    state: mostly(null, fc.constantFrom(...unitStates)),
    batch: mostly<string | null>(null, fc.constantFrom(...batches(level))),
    sort: fc.constantFrom(...registerSortKeys),
    isDescending: fc.boolean(),
    page: fc.constantFrom(1, 2, 33),
  });

/** The codes on every page of the register, one page after the other. */
function shownOn(level: RegisterLevel, state: RegisterState, lang: 'zh-CN' | 'en'): string[] {
  const codes: string[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const of = { ...state, page };
    const { table, pager } = registerView(
      {
        knowledge: model.knowledge(state.knownAt),
        selection: registerSelection(model, level, of),
        state: of,
        batches: batches(level),
        today: model.today(),
        problems: [],
      },
      sentences[lang],
    );
    codes.push(...table.rows.map(({ code }) => code));
    pages = pager?.pages.at(-1)?.page ?? 1;
  }
  return codes;
}

async function codesOfWorkbook(bytes: Uint8Array): Promise<string[]> {
  const read = await readBytes(bytes, 'x.xlsx');
  if (read.status === 'refused') throw new Error(read.reason);
  const [sheet] = read.workbook.sheets;
  return (sheet?.rows ?? []).slice(1).map(({ cells: [cell] }) => {
    return cell?.kind === 'text' ? cell.text : '';
  });
}

const cases = registerLevels.flatMap((level) =>
  (['zh-CN', 'en'] as const).map((lang) => [level, lang] as const),
);

describe.each(cases)('a %s register in %s', (level, lang) => {
  const file = (format: 'csv' | 'xlsx' | 'geojson' | 'shp.zip', state: RegisterState) =>
    registerFile(format, model, level, state, lang).bytes;
  const placed = new Set(places.map(({ division }) => division));

  it(
    'is in every file what all of its pages show, in their order',
    { timeout: 60_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(query(level), async (state) => {
          const shown = shownOn(level, state, lang);
          const csv: string[][] = parse(Buffer.from(file('csv', state)), { bom: true });
          expect(csv.slice(1).map(([code = '']) => code.trim())).toEqual(shown);
          expect(await codesOfWorkbook(file('xlsx', state))).toEqual(shown);
          const { features } = JSON.parse(Buffer.from(file('geojson', state)).toString()) as {
            readonly features: readonly { readonly id: string }[];
          };
          expect(features.map(({ id }) => id)).toEqual(shown);
          const onMap = shown.filter((code) => placed.has(code));
          if (onMap.length === 0) return;
          const read = await parseGeodata([{ name: 'x.zip', bytes: file('shp.zip', state) }]);
          if (read.status === 'refused') throw new Error(read.reason);
          expect(read.features.map(({ attributes }) => attributes['code'])).toEqual(onMap);
        }),
        { numRuns: 12, examples: [[defaultRegister]] },
      );
    },
  );

  it('says the day, the language and the filter it was taken with', () => {
    const state = { ...defaultRegister, at: '2023-12-31', knownAt: '2024-01-31', search: '庄' };
    const rows: Record<string, string>[] = parse(Buffer.from(file('csv', state)), {
      bom: true,
      columns: true,
    });
    expect(rows.length).toBeGreaterThan(0);
    const said =
      lang === 'en'
        ? {
            'as of': '2023-12-31',
            'known at': '2024-01-31',
            'demonstration data': 'demonstration data',
          }
        : { 截至日期: '2023-12-31', 按此日记录: '2024-01-31', 演示数据: '演示数据' };
    for (const row of rows) expect(row).toMatchObject(said);
  });
});
