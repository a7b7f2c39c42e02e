import { describe, expect, it } from 'vitest';
import { accountOf, accountOfLines, received, sentXlsx, type SentSheet } from './sent-ledger.ts';

interface Sent {
  readonly what: string;
  readonly sheets: readonly SentSheet[];
}

const mixed: readonly Sent[] = [
  {
    what: 'in a column of levels',
    sheets: [
      {
        lines: [
          [['乡镇', '村名', '级别', '认定年份']],
          [['皇庄镇', '大王庄', '市级', 2023], 'new 131082103243 2023'],
          [['皇庄镇', '陈庄', '省级', 2022], 'wrong other-title'],
          [['新集镇', '大王庄', '国家级', 2019], 'wrong other-title'],
          [['新集镇', '陈庄', '省级、市级', 2022], 'wrong mixed-titles'],
          [['泃阳镇', '错桥', '', 2022], 'new 131082100206 2022'],
        ],
      },
    ],
  },
  {
    what: 'in a column of titles',
    sheets: [
      {
        lines: [
          [['乡镇', '村名', '称号', '认定年份']],
          [['皇庄镇', '大王庄', '廊坊市森林村庄', 2023], 'new 131082103243 2023'],
          [['皇庄镇', '陈庄', '河北省森林乡村', 2022], 'wrong other-title'],
          [['新集镇', '大王庄', '国家森林乡村', 2019], 'wrong other-title'],
          [['新集镇', '陈庄', '市级森林村庄', 2023], 'new 131082104209 2023'],
        ],
      },
    ],
  },
  {
    what: 'in the title of the document',
    sheets: [
      {
        lines: [
          [['乡镇', '村名', '文件名称', '认定年份']],
          [['皇庄镇', '大王庄', '关于命名市级森林村庄的通知', 2023], 'new 131082103243 2023'],
          [['皇庄镇', '陈庄', '关于公布省级森林乡村名单的通知', 2022], 'wrong other-title'],
        ],
      },
    ],
  },
  {
    what: 'in lines between the rows',
    sheets: [
      {
        lines: [
          [['三河市各级森林村庄台账']],
          [['乡镇', '村名', '认定年份']],
          [['一、国家森林乡村（1个）']],
          [['皇庄镇', '大王庄', 2019], 'wrong other-title'],
          [['二、省级森林乡村']],
          [['皇庄镇', '陈庄', 2022], 'wrong other-title'],
          [['三、市级森林村庄']],
          [['新集镇', '大王庄', 2023], 'new 131082104205 2023'],
        ],
      },
    ],
  },
  {
    what: 'over columns of their own',
    sheets: [
      {
        lines: [
          [['乡镇', '村名', '省级森林乡村', null, '市级森林村庄', null]],
          [[null, null, '认定时间', '文号', '认定时间', '文号']],
          [
            ['皇庄镇', '大王庄', 2021, '甲〔2021〕1号', 2023, '乙〔2023〕2号'],
            'new 131082103243 2023',
          ],
          [['皇庄镇', '陈庄', 2021, '甲〔2021〕1号'], 'wrong missing-date'],
        ],
        merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'],
      },
    ],
  },
  {
    what: 'on a sheet of their own',
    sheets: [
      {
        name: '省级森林乡村',
        lines: [[['乡镇', '村名', '年份']], [['皇庄镇', '大王庄', 2021]]],
      },
      {
        name: '市级森林村庄',
        lines: [[['乡镇', '村名', '年份']], [['皇庄镇', '大王庄', 2023], 'new 131082103243 2023']],
      },
    ],
  },
];

describe('titles of the province or the state stand apart from ours', () => {
  it.each(mixed)('$what', async ({ sheets }) => {
    const { rows } = await received(sentXlsx(sheets), '台账.xlsx', { division: '131082' });
    expect(accountOf(rows)).toEqual(accountOfLines(sheets));
  });

  it.each(['三河市泃阳镇省级森林乡村名单', '河北省森林乡村台账', '2022年国家森林乡村名单'])(
    'as the whole ledger %s does, which is refused',
    async (title) => {
      const lines = [[[title]], [['乡镇', '村名', '年份']], [['皇庄镇', '大王庄', 2023]]] as const;
      const answer = await received(sentXlsx([{ lines }]));
      expect(answer).toMatchObject({ status: 'refused', reason: 'other-track' });
    },
  );
});
