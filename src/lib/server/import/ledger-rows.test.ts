import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '../../domain/ledger.ts';
import type { Merge, Workbook } from '../spreadsheet/workbook.ts';
import { previewed, workbookOf, type Values } from './ledger-fixture.ts';

const headings = ['县区', '乡镇', '村名', '认定年份'];

/** `verdict unit`, or why the row is left out. */
function told({ verdict, unit, faults }: LedgerRow): string {
  return verdict === 'left-out'
    ? `left out: ${faults.map(({ code }) => code).join(' ')}`
    : `${verdict} ${unit}`;
}

function rows(body: Values, merges: readonly Merge[] = []) {
  return previewed(workbookOf([headings, ...body], { merges })).rows.map(told);
}

// 131022103 牛驼镇 and 131022101 宫村镇 of 固安县; 131082103 皇庄镇 and 131082104 新集镇 of 三河市, with a 大王庄 each.
const inHuangzhuang = 'new 131082103243';
const inXinji = 'new 131082104205';

describe('the rows of a ledger', () => {
  it('have the county and township of the rows above where they are empty', () => {
    expect(
      rows([
        ['三河市', '皇庄镇', '大王庄', 2023],
        ['', '', '陈庄', 2023],
        ['', '新集镇', '大王庄', 2023],
      ]),
    ).toEqual([inHuangzhuang, 'new 131082103219', inXinji]);
  });

  it('have those of a merged cell, and not of what stood above it', () => {
    const merges = [{ top: 2, left: 2, bottom: 3, right: 2 }];
    expect(
      rows(
        [
          ['三河市', '新集镇', '大王庄', 2023],
          ['三河市', '', '陈庄', 2023],
        ],
        merges,
      ),
    ).toEqual([inXinji, 'new 131082104209']);
  });

  it('do not keep the township when the county changes', () => {
    const [, second] = rows([
      ['固安县', '固安镇', '杨家庄', 2023],
      ['三河市', '', '陈庄', 2023],
    ]);
    expect(second).toBe('doubt null');
  });

  it('take the place from a line between them', () => {
    expect(
      rows([
        ['三河市（2个）'],
        ['一、皇庄镇（1个）'],
        ['', '', '大王庄', 2023],
        ['二、新集镇：'],
        ['', '', '大王庄', 2023],
      ]),
    ).toEqual([
      'left out: section',
      'left out: section',
      inHuangzhuang,
      'left out: section',
      inXinji,
    ]);
  });

  it('leave out totals, headings on every page and notes, each told', () => {
    expect(
      rows([
        ['三河市', '皇庄镇', '大王庄', 2023],
        ['小计', '', '1个', ''],
        headings,
        ['三河市', '新集镇', '大王庄', 2023],
        ['', '合计', '2个', ''],
        ['注：名单以文件为准。'],
        ['填报人：', '', '审核人：', ''],
      ]),
    ).toEqual([
      inHuangzhuang,
      'left out: total',
      'left out: repeated-heading',
      inXinji,
      'left out: total',
      'left out: note',
      'left out: note',
    ]);
  });

  it('with nothing but a number are empty lines of a form', () => {
    const numbered = [
      ['序号', ...headings],
      [1, '三河市', '皇庄镇', '大王庄', 2023],
      [2, '', '', '', ''],
    ];
    expect(previewed(workbookOf(numbered)).rows.map(told)).toEqual([inHuangzhuang]);
  });

  it('that number the columns, or say what to fill in, are notes', () => {
    const forms = [
      [1, 2, 3, 4],
      ['（全称）', '（全称）', '（全称）', '（必填）'],
      ['三河市', '皇庄镇', '大王庄', 2023],
    ];
    expect(rows(forms)).toEqual(['left out: note', 'left out: note', inHuangzhuang]);
  });

  it('that are hidden are taken, and it is said', () => {
    const workbook = workbookOf([headings, ['三河市', '皇庄镇', '大王庄', 2023]]);
    const sheets = workbook.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({ ...row, isHidden: row.number === 2 })),
    }));
    const [row] = previewed({ ...workbook, sheets }).rows;
    expect(row?.verdict).toBe('new');
    expect(row?.faults).toEqual([{ code: 'hidden-row', column: null }]);
  });

  it('take the county from the title, or the township from the name of the sheet', () => {
    const titled = workbookOf([
      ['三河市2023年市级森林村庄名单'],
      ['乡镇', '村名', '认定年份'],
      ['皇庄', '大王庄', 2023],
    ]);
    expect(previewed(titled).rows.map(told)).toEqual([inHuangzhuang]);
    const plain = workbookOf([
      ['村名', '认定年份'],
      ['大王庄', 2023],
    ]);
    const named: Workbook = {
      ...plain,
      sheets: plain.sheets.map((sheet) => ({ ...sheet, name: '新集镇' })),
    };
    expect(previewed(named, { division: '131082' }).rows.map(told)).toEqual([inXinji]);
  });

  it('with an error, a bare formula or far too much in a cell that is needed are wrong there', () => {
    const workbook = workbookOf([headings]);
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error('the workbook has a sheet');
    const text = (value: string) => ({ kind: 'text', text: value }) as const;
    const year = { kind: 'number', value: 2023 } as const;
    const cells = [
      [text('三河市'), { kind: 'error', text: '#REF!' } as const, text('大王庄'), year],
      [text('三河市'), text('皇庄镇'), text('大王庄'), { kind: 'formula', text: 'A1+1' } as const],
      [text('三河市'), text('皇庄镇'), text('庄'.repeat(32_767)), year],
    ];
    const body = cells.map((row, at) => ({ number: at + 2, isHidden: false, cells: row }));
    const preview = previewed({
      ...workbook,
      sheets: [{ ...sheet, rows: [...sheet.rows, ...body] }],
    });
    expect(preview.rows.map(({ verdict }) => verdict)).toEqual(['wrong', 'wrong', 'wrong']);
    const faults = preview.rows.map((row) => row.faults.map(({ code, column }) => [code, column]));
    expect(faults[0]).toContainEqual(['cell-error', 'B']);
    expect(faults[1]).toEqual([['formula-without-value', 'D']]);
    expect(faults[2]).toEqual([['too-long', 'C']]);
    expect(preview.rows[2]?.written.village?.length).toBeLessThan(50);
  });
});
