import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnMeaning, LedgerRow } from '../../domain/ledger.ts';
import type { ToldTable } from '../../domain/told-columns.ts';
import type { Workbook } from '../spreadsheet/workbook.ts';
import { siteData, villageContext, workbookOf, type Values } from './ledger-fixture.ts';
import { previewLedger } from './preview-ledger.ts';

const villages = siteData.divisions.filter(({ level }) => level === 'village');
const nameOf = new Map(siteData.divisions.map(({ code, name }) => [code, name]));

const known: readonly (readonly [ColumnMeaning, string])[] = [
  ['county', '县（市、区）'],
  ['township', '所属乡镇'],
  ['village', '村庄名称'],
  ['code', '代码'],
  ['effective', '认定年份'],
  ['documentNumber', '文号'],
];

const cellOf: Readonly<Record<string, (unit: (typeof villages)[number], year: number) => string>> =
  {
    county: ({ code }) => nameOf.get(code.slice(0, 6)) ?? '',
    township: ({ parent }) => nameOf.get(parent ?? '') ?? '',
    village: ({ name }) => name,
    code: ({ code }) => code,
    effective: (_, year) => String(year),
    documentNumber: (_, year) => `测试〔${year}〕1号`,
  };

/** A row of a village, or one that is no village's. */
const line = fc.record({
  unit: fc.constantFrom(...villages),
  year: fc.integer({ min: 2019, max: 2026 }),
  isMisspelt: fc.boolean(),
});
const ledger = fc.record({
  columns: fc
    .shuffledSubarray(known.map(([meaning]) => meaning))
    .filter((columns) => columns.includes('village')),
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
});

function told(columns: readonly ColumnMeaning[], firstRow: number): ToldTable {
  const given = columns.map((meaning, index) => ({ index, meaning }));
  return { sheet: '名单', firstRow, columns: given };
}

/** What the workbook says without its first row, which is its headings. */
function withoutHeadings(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(1) }));
  return { ...workbook, sheets };
}

/** Without what a heading is called: a column that was told has none. */
function rowsOf(workbook: Workbook, columns: readonly ToldTable[]): readonly LedgerRow[] | string {
  const reading = previewLedger(workbook, villageContext, {}, columns);
  if (reading.status === 'refused') return reading.reason;
  return reading.preview.rows.map((row) => ({
    ...row,
    faults: row.faults.map((fault) => ({ ...fault, values: { ...fault.values, heading: '' } })),
  }));
}

describe('a ledger without its headings', () => {
  it('says the same as with them, once its columns are told', () => {
    fc.assert(
      fc.property(ledger, ({ columns, lines }) => {
        const heading = columns.map((meaning) => known.find(([is]) => is === meaning)?.[1] ?? '');
        const body = lines.map(({ unit, year, isMisspelt }) =>
          columns.map((meaning) => {
            const text = cellOf[meaning]?.(unit, year) ?? '';
            return isMisspelt && meaning === 'village' ? `${text.slice(0, 1)}误` : text;
          }),
        );
        const headed = workbookOf([heading, ...body]);
        const rows = rowsOf(headed, []);
        expect(rows).toHaveLength(lines.length);
        expect(rowsOf(withoutHeadings(headed), [told(columns, 2)])).toEqual(rows);
        // Headings that stand there, and are passed over, change nothing.
        expect(rowsOf(headed, [told(columns, 2)])).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });
});

const bare: Values = [['白塔寺村'], ['赵庄子村'], ['韶道庵村']];
const sanhe = { ...villageContext, division: '131082' };

function tablesOf(workbook: Workbook, columns: readonly ToldTable[] = [], context = sanhe) {
  return previewLedger(workbook, context, {}, columns).tables;
}

describe('what the columns seem to be', () => {
  it('is told by villages, townships, codes, dates and numbers of documents', () => {
    const workbook = workbookOf([
      [1, '三河市', '皇庄镇', '白塔寺村', 131082103243, '2023年', '测试〔2023〕1号', '无'],
      [2, '三河市', '皇庄镇', '赵庄子村', 131082103244, '2023年', '测试〔2023〕1号', ''],
    ]);
    const [table] = tablesOf(workbook);
    expect(table?.columns.map(({ meaning }) => meaning)).toEqual([
      null,
      'county',
      'township',
      'village',
      'code',
      'effective',
      'documentNumber',
      null,
    ]);
    expect(table).toMatchObject({ isRead: false, namesUnits: true, firstRow: 1, lastRow: 2 });
  });

  it('passes over a title and headings in unknown words', () => {
    const [table] = tablesOf(
      workbookOf([['我们的名单'], ['哪里', '领匾'], ['白塔寺村', '2023'], ['韶道庵村', '2024']]),
    );
    expect(table).toMatchObject({ firstRow: 3, namesUnits: true });
  });

  it('of a bare column of names is that it names villages; nothing is read by it', () => {
    const reading = previewLedger(workbookOf(bare, { kind: 'paste' }), sanhe);
    expect(reading).toMatchObject({ status: 'refused', reason: 'no-header' });
    expect(reading.tables).toMatchObject([{ columns: [{ meaning: 'village' }], firstRow: 1 }]);
  });

  it('is nothing where no cell speaks of a unit', () => {
    const [table] = tablesOf(
      workbookOf([
        ['姓名', '电话'],
        ['甲', '乙'],
      ]),
    );
    expect(table).toMatchObject({
      namesUnits: false,
      columns: [{ meaning: null }, { meaning: null }],
    });
  });

  it('is what was read, where the headings are known', () => {
    const [table] = tablesOf(
      workbookOf([
        ['村', '认定年份'],
        ['白塔寺村', '2023'],
      ]),
    );
    expect(table).toMatchObject({
      isRead: true,
      firstRow: 2,
      columns: [{ meaning: 'village' }, { meaning: 'effective' }],
    });
  });
});

describe('columns that were told', () => {
  it('take a bare column of names, with the one date of all', () => {
    const context = { ...sanhe, defaults: { effective: '2023' } };
    const reading = previewLedger(workbookOf(bare), context, {}, [told(['village'], 1)]);
    if (reading.status === 'refused') throw new Error(reading.reason);
    expect(reading.preview.counts).toMatchObject({ new: 3 });
    expect(reading.preview.rows.map(({ key }) => key)).toEqual(['名单!1', '名单!2', '名单!3']);
  });

  it('tell the column of a fault by its letter', () => {
    const workbook = workbookOf([['白塔寺村', '2023年底前后']]);
    const reading = previewLedger(workbook, sanhe, {}, [told(['village', 'effective'], 1)]);
    if (reading.status === 'refused') throw new Error(reading.reason);
    const [fault] = reading.preview.rows[0]?.faults ?? [];
    expect(fault).toMatchObject({ code: 'not-a-date', column: 'B', values: { heading: '' } });
  });

  it('go before the headings of a sheet', () => {
    const workbook = workbookOf([
      ['村', '领匾'],
      ['白塔寺村', '2023'],
      ['韶道庵村', '2024'],
    ]);
    const reading = previewLedger(workbook, sanhe, {}, [told(['village', 'effective'], 2)]);
    if (reading.status === 'refused') throw new Error(reading.reason);
    expect(reading.preview.counts).toMatchObject({ new: 2 });
    expect(reading.preview.sheets).toMatchObject([
      { headerRow: 1, columns: [{ heading: '村' }, { heading: '领匾', meaning: 'effective' }] },
    ]);
  });

  it('do not make a list of another scheme ours', () => {
    const workbook = workbookOf([['国家森林乡村名单'], ...bare]);
    const reading = previewLedger(workbook, sanhe, {}, [told(['village'], 2)]);
    expect(reading).toMatchObject({ status: 'refused', reason: 'other-track' });
    expect(reading.tables).toMatchObject([{ told: { firstRow: 2 } }]);
  });

  it.each<[string, ToldTable, string]>([
    ['of a sheet that is not there', { ...told(['village'], 1), sheet: '__proto__' }, 'no-header'],
    ['that name no unit', told(['effective'], 1), 'no-header'],
    [
      'far right of the sheet',
      { ...told([], 1), columns: [{ index: 9999, meaning: 'village' }] },
      'no-told-rows',
    ],
    ['of rows below the last', told(['village'], 4), 'no-told-rows'],
  ])('%s are no ledger, and break nothing', (_, table, reason) => {
    const reading = previewLedger(workbookOf(bare), sanhe, {}, [table]);
    expect(reading).toMatchObject({ status: 'refused', reason });
  });
});
