import { describe, expect, it } from 'vitest';
import type { Sheet, Workbook } from '../spreadsheet/workbook.ts';
import { villageContext, workbookOf, type Values } from './ledger-fixture.ts';
import { previewLedger } from './preview-ledger.ts';
import { templateMark } from './template-sheet.ts';

const villages: Values = [
  ['县区', '乡镇', '村名', '认定年份'],
  ['三河市', '皇庄镇', '大王庄', 2023],
];
const townships: Values = [
  ['县区', '乡镇名称', '认定年份'],
  ['三河市', '皇庄镇', 2023],
];

function sheet(rows: Values, rest: Partial<Sheet> = {}): Sheet {
  const [only] = workbookOf(rows).sheets;
  if (!only) throw new Error('the workbook has a sheet');
  return { ...only, ...rest };
}

function preview(sheets: readonly Sheet[], track = 'village') {
  const workbook: Workbook = { kind: 'xlsx', encoding: null, sheets };
  const reading = previewLedger(workbook, { ...villageContext, track });
  return reading.status === 'refused'
    ? { refused: reading.reason, word: reading.values['word'] }
    : {
        sheets: reading.preview.sheets.map(({ name, headerRow }) => [name, headerRow]),
        new: reading.preview.counts.new,
      };
}

describe('the ledgers of a workbook', () => {
  it('stand on every sheet that has headings; the others are told', () => {
    const [headings = []] = villages;
    const more = sheet([headings, ['三河市', '新集镇', '大王庄', 2023]], { name: '新集' });
    const cover = sheet([['廊坊市市级森林村庄']], { name: '封面' });
    expect(preview([cover, sheet(villages), more])).toEqual({
      sheets: [
        ['封面', null],
        ['名单', 1],
        ['新集', 1],
      ],
      new: 2,
    });
  });

  it('are not sought on hidden sheets unless there is no other', () => {
    const hidden = sheet(villages, { name: '旧', isHidden: true });
    expect(preview([hidden, sheet(villages)])).toEqual({ sheets: [['名单', 1]], new: 1 });
    expect(preview([hidden])).toEqual({ sheets: [['旧', 1]], new: 1 });
    const template = sheet([[templateMark], ...villages], { isHidden: true });
    expect(preview([template])).toMatchObject({ refused: 'no-header' });
  });

  it('are of the track that was asked for', () => {
    expect(preview([sheet(villages), sheet(townships, { name: '乡镇' })])).toEqual({
      sheets: [
        ['名单', 1],
        ['乡镇', null],
      ],
      new: 1,
    });
    expect(preview([sheet(townships)])).toEqual({ refused: 'other-track', word: '乡镇名称' });
    expect(preview([sheet(villages)], 'township')).toEqual({
      refused: 'other-track',
      word: '村名',
    });
    expect(preview([sheet(townships)], 'township')).toMatchObject({ new: 1 });
  });

  it.each([['河北省省级森林村庄名单'], ['国家森林乡村名单'], ['第二批 国家 森林 乡村 名单']])(
    'are not of another scheme: %s',
    (title) => {
      expect(preview([sheet([[title], ...villages])])).toMatchObject({ refused: 'other-track' });
    },
  );

  it('of mere names are told by their title', () => {
    const names: Values = [
      ['名称', '认定年份'],
      ['大王庄', 2023],
    ];
    expect(preview([sheet([['市级森林乡镇名单'], ...names])])).toMatchObject({
      refused: 'other-track',
      word: '森林乡镇',
    });
    expect(preview([sheet([['市级森林村庄名单'], ...names])])).toMatchObject({ new: 0 });
  });

  it('are refused where there is no heading, or nothing under it', () => {
    expect(preview([])).toMatchObject({ refused: 'no-header' });
    expect(preview([sheet([['三河市', '皇庄镇', '大王庄']])])).toMatchObject({
      refused: 'no-header',
    });
    expect(preview([sheet(villages.slice(0, 1))])).toMatchObject({ refused: 'no-rows' });
    expect(preview([sheet([...villages.slice(0, 1), ['合计', '', '', '']])])).toMatchObject({
      refused: 'no-rows',
    });
  });
});
