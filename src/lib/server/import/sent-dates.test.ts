import { describe, expect, it } from 'vitest';
import { accountOf, accountOfLines, received, sentXlsx, type SentSheet } from './sent-ledger.ts';

const day = new Date('2023-05-18T00:00:00Z');

interface Sent {
  readonly what: string;
  readonly lines: SentSheet['lines'];
  readonly merges?: readonly string[];
  readonly is1904?: boolean;
}

const headings = ['乡镇', '村名', '认定时间'];
const to = (written: string | number | Date | null, comesTo: string) =>
  [['皇庄镇', '大王庄', written], comesTo] as const;
const dated = (date: string): string => `new 131082103243 ${date}`;

const writings: readonly (readonly [string | number | Date | null, string])[] = [
  [2023, dated('2023')],
  ['2023年', dated('2023')],
  ['2023.5', dated('2023-05')],
  ['2023-05', dated('2023-05')],
  ['2023年5月', dated('2023-05')],
  ['20230518', dated('2023-05-18')],
  ['二〇二三年五月', dated('2023-05')],
  ['二○二三年五月十八日', dated('2023-05-18')],
  ['2023年5月18日 ', dated('2023-05-18')],
  [' 2023-5-18\u00a0', dated('2023-05-18')],
  ['2023．5．18', dated('2023-05-18')],
  [day, dated('2023-05-18')],
  ['2023年第三批', dated('2023')],
  ['2021-2023', 'wrong date-range'],
  ['2022、2023年', 'wrong date-range'],
  ['第三批', 'wrong batch-for-date'],
  ['冀林字〔2023〕12号', 'wrong not-a-date'],
  ['18/5/23', 'wrong two-digit-year'],
  ['2023年5月31日前', 'wrong not-a-date'],
  ['不详', 'wrong not-a-date'],
  [45064, 'wrong not-a-date'],
  ['2023-02-29', 'wrong not-a-date'],
  [null, 'wrong missing-date'],
];

const ledgers: readonly Sent[] = [
  {
    what: 'a real date where days are counted from 1904',
    lines: [[headings], to(day, dated('2023-05-18'))],
    is1904: true,
  },
  {
    what: 'a year merged over its rows, and blank numbered lines under it',
    lines: [
      [['序号', '乡镇', '村名', '认定时间']],
      [[1, '皇庄镇', '大王庄', '2023年'], dated('2023')],
      [[2, '新集镇', '大王庄'], 'new 131082104205 2023'],
      [[3]],
      [[4]],
    ],
    merges: ['D2:D5'],
  },
  {
    what: 'no date but the year of a document, or of a batch',
    lines: [
      [['乡镇', '村名', '批次', '文号', '备注']],
      [['皇庄镇', '大王庄', '第三批', '冀林字〔2023〕12号'], 'wrong missing-date'],
      [['新集镇', '大王庄', '2022年第一批', ''], 'wrong missing-date'],
      [['新集镇', '陈庄', '第一批', ''], 'wrong missing-date'],
    ],
  },
];

describe('the dates of a ledger', () => {
  it.each(writings)('%j comes to %s', async (written, comesTo) => {
    const sheets = [{ lines: [[headings] as const, to(written, comesTo)] }];
    const { rows } = await received(sentXlsx(sheets), '台账.xlsx', { division: '131082' });
    expect(accountOf(rows)).toEqual(accountOfLines(sheets));
  });

  it.each(ledgers)('may be $what', async ({ is1904 = false, ...sheet }) => {
    const { rows } = await received(sentXlsx([sheet], is1904), '台账.xlsx', { division: '131082' });
    expect(accountOf(rows)).toEqual(accountOfLines([sheet]));
  });

  it('offer the year that a document or a batch mentions, and do not take it', async () => {
    const [, , sheet] = ledgers;
    const { rows } = await received(sentXlsx(sheet ? [sheet] : []), '台账.xlsx', {
      division: '131082',
    });
    const values = rows.map(({ faults: [fault] }) => fault?.values ?? null);
    expect(values).toEqual([{ year: '2023' }, { year: '2022' }, null]);
    expect(rows.every(({ change }) => change === null)).toBe(true);
  });
});
