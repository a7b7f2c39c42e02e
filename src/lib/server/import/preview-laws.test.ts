import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Division } from '../../domain/division.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import { proposedEvents } from '../../domain/proposed-events.ts';
import { faultsOf } from '../../domain/proposal-faults.ts';
import type { Change } from '../../domain/submission.ts';
import type { Cell, Workbook } from '../spreadsheet/workbook.ts';
import { previewed, siteData, villageContext, workbookOf, type Values } from './ledger-fixture.ts';
import { previewLedger } from './preview-ledger.ts';
import { shortName } from './usual-ledger.ts';

const villages = siteData.divisions.filter(({ kind }) => kind === '村');
const nameOf = new Map(siteData.divisions.map(({ code, name }) => [code, name]));
const headings = ['县区', '乡镇', '村名', '认定时间', '状态'];

const some = fc.uniqueArray(fc.constantFrom(...villages), { minLength: 1, maxLength: 12 });
const date = fc.constantFrom('2021', '2022-05', '2023年6月', '2023-06-12', '2024.3.1', '2025');
const stage = fc.constantFrom('已授予', '撤销');

interface Said {
  readonly unit: Division;
  readonly date: string;
  readonly stage: string;
}

const ledger = some.chain((units) =>
  fc.tuple(...units.map((unit) => fc.record({ unit: fc.constant(unit), date, stage }))),
);

function rowOf({ unit, date: when, stage: what }: Said): readonly string[] {
  const county = nameOf.get(unit.code.slice(0, 6)) ?? '';
  return [county, nameOf.get(unit.parent ?? '') ?? '', unit.name, when, what];
}

function workbook(said: readonly Said[]): Workbook {
  return workbookOf([headings, ...said.map(rowOf)]);
}

/** The changes of all rows. */
function changesOf(book: Workbook, data: ProgrammeData): readonly Change[] {
  return previewed(book, { data }).rows.flatMap(({ change }) => (change ? [change] : []));
}

function approved(id: string, changes: readonly Change[], data: ProgrammeData): ProgrammeData {
  const recordedAt = `2026-11-2${id}T09:00:00+08:00`;
  const events = [...data.status.events, ...proposedEvents(id, changes, recordedAt)];
  return { ...data, status: { ...data.status, events } };
}

describe('a ledger that was imported', () => {
  it('changes nothing when it is imported again, also over an older one', () => {
    fc.assert(
      fc.property(ledger, ledger, (older, newer) => {
        let data = siteData;
        for (const [id, said] of [older, newer].entries()) {
          const book = workbook(said);
          data = approved(String(id + 1), changesOf(book, data), data);
          const again = previewed(book, { data });
          expect(again.counts).toMatchObject({ same: said.length });
          expect(again.rows.every(({ change }) => change === null)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('proposes only what a submission may say', () => {
    fc.assert(
      fc.property(ledger, ledger, (older, newer) => {
        const data = approved('1', changesOf(workbook(older), siteData), siteData);
        const changes = changesOf(workbook(newer), data);
        fc.pre(changes.length > 0);
        const proposal = {
          changes: [...changes],
          reporting: [],
          source: { title: '命名通知', publisher: '市局' },
        };
        const context = { ...villageContext, data, fileCount: 1, mode: 'submit' } as const;
        expect(faultsOf(proposal, context)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('says the same in any order of its rows', () => {
    fc.assert(
      fc.property(
        ledger.chain((said) =>
          fc.tuple(fc.constant(said), fc.shuffledSubarray([...said], { minLength: said.length })),
        ),
        ([said, shuffled]) => {
          const results = (given: readonly Said[]) =>
            previewed(workbook(given))
              .rows.map(({ unit, verdict, change }) => JSON.stringify([unit, verdict, change]))
              .sort();
          expect(results(shuffled)).toEqual(results(said));
        },
      ),
      { numRuns: 30 },
    );
  });
});

const space = fc.constantFrom('', '', ' ', '　', '\u00a0', '\u200b', '\n');
const ending = fc.constantFrom(
  '',
  '村',
  '村委会',
  '村民委员会',
  '村村民委员会',
  '（村）',
  ' 村 委 会',
);

/** The text with spaces anywhere. */
const spaced = (text: string) =>
  fc
    .array(space, { minLength: text.length, maxLength: text.length })
    .map((spaces) => [...text].map((character, at) => character + (spaces[at] ?? '')).join(''));

const cut = (text: string, pattern: RegExp) =>
  fc
    .boolean()
    .map((isCut) =>
      isCut && text.replace(pattern, '').length > 1 ? text.replace(pattern, '') : text,
    );

describe('a name', () => {
  it('means its village whatever widths, spaces and endings it is written with', () => {
    const noisy = fc
      .uniqueArray(fc.constantFrom(...villages), { minLength: 20, maxLength: 20 })
      .chain((units) =>
        fc.tuple(
          ...units.map((unit) =>
            fc
              .tuple(
                cut(nameOf.get(unit.code.slice(0, 6)) ?? '', /(?:回族自治)?县$|[区市]$/).chain(
                  spaced,
                ),
                cut(nameOf.get(unit.parent ?? '') ?? '', /[镇乡]$/).chain(spaced),
                ending.chain((end) => spaced(shortName(unit.name) + end)),
              )
              .map((row) => ({ unit, row })),
          ),
        ),
      );
    fc.assert(
      fc.property(noisy, (rows) => {
        const body: Values = rows.map(({ row }) => [...row, '2023', '']);
        const preview = previewed(workbookOf([headings, ...body]));
        expect(preview.rows.map(({ unit }) => unit)).toEqual(rows.map(({ unit }) => unit.code));
      }),
      { numRuns: 40 },
    );
  });
});

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant<Cell>({ kind: 'empty' }),
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('乡镇', '村名', '合计', '三河市', '皇庄镇', '__proto__'),
    ),
  }),
  fc.record({ kind: fc.constant('number' as const), value: fc.double() }),
  fc.record({ kind: fc.constant('error' as const), text: fc.constant('#N/A') }),
  fc.record({ kind: fc.constant('formula' as const), text: fc.string() }),
);

describe('any workbook', () => {
  it('is refused or told row by row, and proposes nothing of a row in doubt', () => {
    const cells = fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 8 });
    const merge = fc.record({
      top: fc.integer({ min: 1, max: 9 }),
      left: fc.integer({ min: 1, max: 9 }),
      bottom: fc.integer({ min: 1, max: 1_048_576 }),
      right: fc.integer({ min: 1, max: 16_384 }),
    });
    fc.assert(
      fc.property(cells, fc.array(merge, { maxLength: 4 }), (body, merges) => {
        const rows = body.map((row, at) => ({ number: at + 1, isHidden: false, cells: row }));
        const sheet = { name: '名单', isHidden: false, rows, merges };
        const reading = previewLedger(
          { kind: 'xlsx', encoding: null, sheets: [sheet] },
          villageContext,
        );
        if (reading.status === 'refused') {
          expect(['no-header', 'no-rows', 'other-track']).toContain(reading.reason);
          return;
        }
        const { counts, rows: told } = reading.preview;
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(told.length);
        for (const { verdict, change } of told) {
          expect(change !== null).toBe(verdict === 'new' || verdict === 'changed');
        }
      }),
      { numRuns: 200 },
    );
  });
});
