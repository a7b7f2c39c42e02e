import { describe, expect, it } from 'vitest';
import { accountOf, accountOfLines, received, sentXlsx, type SentSheet } from './sent-ledger.ts';

interface Sent {
  readonly what: string;
  readonly sheets: readonly SentSheet[];
  readonly division?: string;
  readonly track?: string;
}

const ledgers: readonly Sent[] = [
  {
    what: 'codes as text, as numbers, with spaces, and lost ones',
    sheets: [
      {
        lines: [
          [['行政区划代码', '村名', '年份']],
          [['131082103243', '大王庄', 2023], 'new 131082103243 2023'],
          [[131082104205, '大王庄', 2023], 'new 131082104205 2023'],
          [['131082 103 219', '陈庄', 2023], 'new 131082103219 2023'],
          [["'131082104209", '陈庄村', 2023], 'new 131082104209 2023'],
          [['1.31082E+11', '错桥', 2023], 'new 131082100206 2023 (lost-digits)'],
          [['１３１０８２１００２２１', '', 2023], 'new 131082100221 2023'],
          [['="131082103222"', '杨家务', 2023], 'new 131082103222 2023'],
          [['131082103999', '大王庄', 2023], 'doubt unknown-code ambiguous > 131082103243'],
          [['131082103243', '陈庄', 2023], 'doubt code-and-name-differ > 131082103219'],
          [['131082103', '司庄', 2023], 'new 131082103228 2023 (unknown-code)'],
          [['见附件', '虎将庄', 2023], 'new 131082103249 2023 (not-a-code)'],
        ],
      },
    ],
  },
  {
    what: 'townships by codes of 9 and of 12 digits, by names with 人民政府, 乡 and 街道办事处',
    sheets: [
      {
        lines: [
          [['序号', '代码', '乡镇名称', '命名年份']],
          [[1, '131082103', '皇庄镇', 2023], 'new 131082103 2023'],
          [[2, '131082104000', '新集镇人民政府', 2023], 'new 131082104 2023'],
          [[3, '', '泃阳乡', 2023], 'new 131082100 2023'],
          [[4, '', '燕顺路街道办事处', 2023], 'wrong not-counted'],
          [[5, '', '皇庄', 2023], 'wrong twice'],
          [[6, '', '皇庄真', 2024], 'doubt unknown-name > 131082103'],
          [['合计', '', '6个', '']],
        ],
      },
    ],
    track: 'township',
  },
  {
    what: 'two townships whose codes another edition has the other way round',
    sheets: [
      {
        lines: [
          [['乡镇代码', '乡镇', '年份']],
          [['131024107', '钳屯镇', 2023], 'new 131024108 2023 (other-edition)'],
          [['131024107', '', 2023], 'doubt other-edition > 131024107'],
        ],
      },
    ],
    track: 'township',
    division: '131024',
  },
  {
    what: 'rows of another county, by name, by code and by the whole sheet',
    sheets: [
      {
        lines: [
          [['县区', '乡镇', '村名', '代码', '年份']],
          [['固安县', '牛驼镇', '林城村', '', 2023], 'wrong other-county'],
          [['', '', '', '131022103201', 2023], 'wrong other-county'],
          [['三河市', '皇庄镇', '大王庄', '', 2023], 'new 131082103243 2023'],
        ],
      },
      {
        name: '固安',
        lines: [[['乡镇', '村名', '年份']], [['牛驼镇', '大王庄', 2023], 'wrong other-county']],
      },
    ],
  },
];

describe('a ledger may have', () => {
  it.each(ledgers)('$what', async ({ sheets, division = '131082', track = 'village' }) => {
    const { rows } = await received(sentXlsx(sheets), '台账.xlsx', { division, track });
    expect(accountOf(rows)).toEqual(accountOfLines(sheets));
  });
});
