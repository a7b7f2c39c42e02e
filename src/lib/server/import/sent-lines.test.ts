import { describe, expect, it } from 'vitest';
import { accountOf, accountOfLines, received, sentXlsx, type SentSheet } from './sent-ledger.ts';

interface Sent {
  readonly what: string;
  readonly sheets: readonly SentSheet[];
  readonly division?: string;
}

const ledgers: readonly Sent[] = [
  {
    what: 'sections with counts, totals below each and at the end',
    sheets: [
      {
        lines: [
          [['序号', '村名', '认定年份', '备注']],
          [['一、皇庄镇（2个）']],
          [[1, '大王庄', 2023], 'new 131082103243 2023'],
          [[2, '陈庄', 2023], 'new 131082103219 2023'],
          [['小计', '2个']],
          [['二', '新集镇', null, '共1个村']],
          [[1, '陈庄', 2023], 'new 131082104209 2023'],
          [[null, '小  计', null, '1']],
          [['（三）泃阳镇 1个']],
          [[1, '错桥', 2023], 'new 131082100206 2023'],
          [['总　计', null, null, '4']],
        ],
        merges: ['A2:D2', 'A9:D9'],
      },
    ],
  },
  {
    what: 'numbers of their own: 一、, (1), ①, 1.',
    sheets: [
      {
        lines: [
          [['序号', '乡镇', '村名', '年份']],
          [['一', '皇庄镇', '大王庄', 2023], 'new 131082103243 2023'],
          [['(2)', '皇庄镇', '2、陈庄', 2023], 'new 131082103219 2023'],
          [['③', '新集镇', '3.大王庄村', 2023], 'new 131082104205 2023'],
          [['4.', '新集镇', '（4）陈庄', 2023], 'new 131082104209 2023'],
          [[5, '皇庄镇', '三村', 2023], 'new 131082103210 2023'],
        ],
      },
    ],
  },
  {
    what: 'the lines at the foot',
    sheets: [
      {
        lines: [
          [['填报单位（盖章）：三河市林业局', null, null, '填报日期：2023年6月1日']],
          [['序号', '乡镇', '村名', '认定年份']],
          [[1, '皇庄镇', '大王庄', 2023], 'new 131082103243 2023'],
          [[2, null, null, null]],
          [['备注：以上名单已公示。']],
          [['填表人：王五', null, '审核人：赵六', '联系电话：0316-1234567']],
          [[null, '单位负责人（签字）：', null, '2023年6月1日']],
          [['单位（盖章）']],
          [['制表：王五', '复核：赵六', '审批：钱七']],
          [['主要负责人签字：', null, '分管负责人签字：']],
          [[null, null, null, '2023年6月1日']],
          [[null, null, '三河市自然资源和规划局']],
          [[null, null, '二〇二三年六月一日']],
          [['说明：1.本表一式两份。']],
          [['   2.加盖公章后报市局。']],
          [['电话：', '0316-1234567']],
          [['抄送：市林业局']],
        ],
      },
    ],
    division: '131082',
  },
  {
    what: 'a row that names a township but no village',
    sheets: [
      {
        lines: [
          [['序号', '县区', '乡镇', '村名', '认定年份']],
          [[1, '三河市', '皇庄镇', '大王庄', 2023], 'new 131082103243 2023'],
          [[2, '三河市', '新集镇', null, 2023], 'wrong missing-name'],
          [[3, '三河市', '新集镇', null, null]],
        ],
      },
    ],
  },
  {
    what: 'names that look like notes or totals',
    sheets: [
      {
        lines: [
          [['县区', '乡镇', '村名', '认定年份', '备注']],
          [['三河市', '皇庄镇', '石附马村', 2023, '合计1个'], 'new 131082103223 2023'],
          [['三河市', '皇庄镇', '三村', 2023, '小计'], 'new 131082103210 2023'],
          [['三河市', '皇庄镇', '第一村', 2023, '注：新增'], 'new 131082103208 2023'],
          [['三河市', '皇庄镇', '第二', 2023, '合计'], 'new 131082103209 2023'],
        ],
      },
    ],
  },
  {
    what: 'duplicates, near and far, and on another sheet',
    sheets: [
      {
        lines: [
          [['乡镇', '村名', '认定年份']],
          [['皇庄镇', '大王庄', 2023], 'new 131082103243 2023'],
          [['新集镇', '大王庄', 2023], 'new 131082104205 2023'],
          [['皇庄镇', '大王庄村民委员会', 2023], 'wrong twice'],
        ],
      },
      {
        name: '补充',
        lines: [[['乡镇', '村名', '认定年份']], [['皇庄', '大王庄村', 2024], 'wrong twice']],
      },
    ],
    division: '131082',
  },
  {
    what: 'a note beside each row and a column of pure numbers',
    sheets: [
      {
        lines: [
          [['序号', '乡镇', '村名', '户数', '人口', '面积（亩）', '认定年份', '备注']],
          [
            [1, '皇庄镇', '大王庄', 312, 1034, 2210.5, 2023, '2022年申报，联系人：王五'],
            'new 131082103243 2023',
          ],
          [
            [2, '皇庄镇', '陈庄', 155, 501, '约1200', 2023, '注：含陈庄新村'],
            'new 131082103219 2023',
          ],
        ],
      },
    ],
    division: '131082',
  },
];

describe('between the rows of a ledger stand', () => {
  it.each(ledgers)('$what', async ({ sheets, division = '131082' }) => {
    const { rows } = await received(sentXlsx(sheets), '台账.xlsx', { division });
    expect(accountOf(rows)).toEqual(accountOfLines(sheets));
  });
});
