import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Division } from '../../domain/division.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import { proposedEvents } from '../../domain/proposed-events.ts';
import { registerUnits, type RegisterLevel } from '../../domain/register-unit.ts';
import type { ReachedEvent, Source } from '../../domain/status.ts';
import type { ExportFormat } from '../../export/format.ts';
import { registerFile } from '../http/download-fixture.ts';
import { readDataDirectory } from '../data/read-data-directory.ts';
import { createReadModel } from '../read-model.ts';
import { readBytes } from '../spreadsheet/read-bytes.ts';
import { previewed, siteData } from './ledger-fixture.ts';

const county = '131022';
const today = '2026-11-24';
const levels: readonly RegisterLevel[] = ['township', 'village'];
const unitsOf = (level: RegisterLevel): readonly Division[] =>
  siteData.divisions.filter(
    ({ code, countedFor }) => code.startsWith(county) && countedFor.includes(level),
  );

const sources: readonly Source[] = [
  {
    id: 'notice',
    title: '关于命名2023年度市级森林乡镇、村庄的通知',
    publisher: '某局',
    documentNumber: '某字〔2023〕7号',
    date: '2023-06-12',
  },
  { id: 'odd', title: '=HYPERLINK("x")，"引号"\n第二行', publisher: '@某局', date: '2023' },
];

const date = fc.constantFrom('2019', '2021-05', '2021-12', '2022-03-01', '2023-06-12');
const batch = fc.option(fc.constantFrom('2023年度', '第一批', '2021-1', '1/2', '20230612000001'), {
  nil: undefined,
});

/** Named, named and later revoked, or only inferred to be named. */
const history = fc.record({
  kind: fc.constantFrom('named' as const, 'revoked' as const, 'inferred' as const),
  effective: date,
  batch,
  source: fc.constantFrom('notice', 'odd'),
});

function log(level: RegisterLevel): fc.Arbitrary<readonly ReachedEvent[]> {
  return fc
    .uniqueArray(fc.constantFrom(...unitsOf(level)), { maxLength: 12 })
    .chain((units) => fc.tuple(...units.map((unit) => history.map((said) => ({ unit, said })))))
    .map((told) =>
      told.flatMap(({ unit, said: { kind, batch: of, ...rest } }, at): ReachedEvent[] => {
        const event = (stage: string, effective: string): ReachedEvent => ({
          id: `E${at}-${stage}`,
          kind: 'reached',
          division: unit.code,
          track: level,
          stage,
          effective,
          certainty: kind === 'inferred' ? 'inferred' : 'confirmed',
          recordedAt: '2024-01-01T09:00:00+08:00',
          source: rest.source,
          ...(of !== undefined && { batch: of }),
          ...(kind === 'inferred' && { reason: '据新闻推断' }),
        });
        const named = event('named', rest.effective);
        return kind === 'revoked' ? [named, event('revoked', '2024-02-29')] : [named];
      }),
    );
}

function dataOf(events: readonly ReachedEvent[]): ProgrammeData {
  const status = { ...siteData.status, events: [...events] };
  return { ...siteData, status: { ...status, sources: [...siteData.status.sources, ...sources] } };
}

function takenAs(
  format: ExportFormat,
  level: RegisterLevel,
  data: ProgrammeData,
  lang: 'zh-CN' | 'en',
) {
  const geometry = { type: 'FeatureCollection' as const, features: [] };
  const model = createReadModel(
    {
      data,
      geometry: { counties: geometry, context: geometry },
      version: '0123456789abcdef',
      modifiedAt: '2024-01-01T09:00:00+08:00',
    },
    () => Date.parse(`${today}T12:00:00+08:00`),
  );
  return registerFile(format, model, level, { county }, lang).bytes;
}

async function readBack(
  format: ExportFormat,
  level: RegisterLevel,
  data: ProgrammeData,
  known: ProgrammeData,
  lang: 'zh-CN' | 'en',
) {
  const read = await readBytes(takenAs(format, level, data, lang), `名录.${format}`);
  if (read.status === 'refused') throw new Error(read.reason);
  return previewed(read.workbook, { data: known, track: level, division: county, today });
}

/** How each unit stands that holds or held the title, as the register says it; no inference. */
function standings(level: RegisterLevel, data: ProgrammeData) {
  return registerUnits(knowledgeOf(data), level, today).flatMap(
    ({ division, state, stage, event }) =>
      event?.certainty === 'confirmed'
        ? [[division.code, state, stage?.id, event.effective, event.batch]]
        : [],
  );
}

describe.each(levels)('a register of %ss that was taken away', { timeout: 60_000 }, (level) => {
  const cases = (['csv', 'xlsx'] as const).flatMap((format) =>
    (['zh-CN', 'en'] as const).map((lang) => [format, lang] as const),
  );

  it.each(cases)('as %s in %s says nothing new when it comes back', async (format, lang) => {
    await fc.assert(
      fc.asyncProperty(log(level), async (events) => {
        const data = dataOf(events);
        const { rows, counts } = await readBack(format, level, data, data, lang);
        const confirmed = standings(level, data).map(([code]) => code);
        expect(rows.filter(({ verdict }) => verdict === 'same').map(({ unit }) => unit)).toEqual(
          confirmed,
        );
        const inferred = events.filter(({ certainty }) => certainty === 'inferred');
        const said = rows.filter(({ faults }) => faults.some(({ code }) => code === 'inferred'));
        expect(said).toHaveLength(inferred.length);
        expect(counts).toMatchObject({
          'left-out': unitsOf(level).length - confirmed.length,
          ...{ new: 0, changed: 0, doubt: 0, wrong: 0 },
        });
      }),
      { numRuns: 8 },
    );
  });

  it.each(cases)('as %s in %s puts back what was lost', async (format, lang) => {
    await fc.assert(
      fc.asyncProperty(log(level), async (events) => {
        const data = dataOf(events);
        const wiped = dataOf([]);
        const { rows } = await readBack(format, level, data, wiped, lang);
        const changes = rows.flatMap(({ change }) => (change ? [change] : []));
        const again = proposedEvents('again', changes, '2026-11-24T09:00:00+08:00');
        const restored = { ...wiped, status: { ...wiped.status, events: [...again] } };
        expect(standings(level, restored)).toEqual(standings(level, data));
      }),
      { numRuns: 8 },
    );
  });
});

describe('the whole register of the demonstration', () => {
  const directory = readDataDirectory('data/demo');
  if (directory.status === 'invalid') throw new Error('The demonstration does not validate.');
  const { site } = directory;
  const model = createReadModel(site, () => Date.parse(`${today}T12:00:00+08:00`));
  const cases = levels.flatMap((level) =>
    (['csv', 'xlsx'] as const).map((format) => [level, format] as const),
  );

  it.each(cases)('of %ss as %s says nothing new', { timeout: 60_000 }, async (level, format) => {
    const { bytes } = registerFile(format, model, level);
    const read = await readBytes(bytes, `名录.${format}`);
    if (read.status === 'refused') throw new Error(read.reason);
    const context = { data: site.data, track: level, today };
    const { counts } = previewed(read.workbook, context);
    const confirmed = standings(level, site.data).length;
    expect(confirmed).toBeGreaterThan(10);
    expect(counts).toMatchObject({ same: confirmed, new: 0, changed: 0, doubt: 0, wrong: 0 });
  });
});
