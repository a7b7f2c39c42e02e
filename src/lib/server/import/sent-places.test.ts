import { describe, expect, it } from 'vitest';
import { accountOf, accountOfLines, received, sentXlsx, type SentSheet } from './sent-ledger.ts';

interface Sent {
  readonly what: string;
  readonly sheets: readonly SentSheet[];
  readonly division?: string;
}

const inCounty: readonly Sent[] = [
  {
    what: 'in the name of its sheet',
    sheets: [
      { name: '皇庄', lines: [[['村名', '年份']], [['大王庄', 2023], 'new 131082103243 2023']] },
      {
        name: '2.新集镇（1）',
        lines: [[['村名', '年份']], [['大王庄', 2023], 'new 131082104205 2023']],
      },
    ],
  },
  {
    what: 'in a title',
    sheets: [
      {
        name: 'Sheet1',
        lines: [
          [['三河市皇庄镇市级森林村庄名单']],
          [['序号', '村名', '年份']],
          [[1, '大王庄', 2023], 'new 131082103243 2023'],
        ],
      },
      {
        name: 'Sheet2',
        lines: [
          [['市级森林村庄统计表']],
          [['乡镇：新集镇', null, '2023年6月']],
          [['序号', '村名', '年份']],
          [[1, '大王庄', 2023], 'new 131082104205 2023'],
        ],
      },
    ],
  },
  {
    what: 'in a title over each of several tables of one sheet',
    sheets: [
      {
        lines: [
          [['三河市皇庄镇市级森林村庄名单']],
          [['序号', '村名', '年份']],
          [[1, '大王庄', 2023], 'new 131082103243 2023'],
          [['三河市新集镇市级森林村庄名单']],
          [['序号', '村名', '年份']],
          [[1, '大王庄', 2023], 'new 131082104205 2023'],
          [[2, '陈庄', 2023], 'new 131082104209 2023'],
        ],
      },
    ],
  },
  {
    what: 'merged over the rows of its group, or in the first of them',
    sheets: [
      {
        lines: [
          [['乡镇', '村名', '年份']],
          [['皇庄镇', '大王庄', 2023], 'new 131082103243 2023'],
          [[null, '陈庄', 2023], 'new 131082103219 2023'],
          [['新集镇', '大王庄', 2023], 'new 131082104205 2023'],
          [[null, '陈庄', 2023], 'new 131082104209 2023'],
          [['〃', '张庄', 2023], 'new 131082104210 2023'],
          [['同上', '李庄', '同上'], 'new 131082104211 2023'],
        ],
        merges: ['A2:A3'],
      },
    ],
  },
  {
    what: 'with its count, in the merged cell of the group',
    sheets: [
      {
        lines: [
          [['乡镇', '村名', '年份']],
          [['皇庄镇\n（2个）', '大王庄', 2023], 'new 131082103243 2023'],
          [[null, '陈庄', 2023], 'new 131082103219 2023'],
          [['新集镇2个', '大王庄', 2023], 'new 131082104205 2023'],
          [['三河市新集镇人民政府', '陈庄', 2023], 'new 131082104209 2023'],
        ],
        merges: ['A2:A3'],
      },
    ],
  },
  {
    what: 'wrong: of another one, of another county, of none',
    sheets: [
      {
        lines: [
          [['乡镇', '村名', '年份']],
          [['新集镇', '错桥', 2023], 'doubt other-place > 131082100206'],
          [['牛驼镇', '大王庄', 2023], 'doubt unknown-name > 131082103243'],
          [['皇庄真', '大王庄', 2023], 'doubt unknown-name > 131082103243'],
          [['皇庄镇', '林城村', 2023], 'doubt unknown-name > 131082106230'],
        ],
      },
    ],
  },
  {
    what: 'not said, of a name that two have',
    sheets: [
      {
        lines: [
          [['村名', '年份']],
          [['大王庄', 2023], 'doubt ambiguous > 131082103243'],
          [['错桥', 2023], 'new 131082100206 2023'],
          [['陈庄村', 2023], 'doubt ambiguous > 131082103219'],
          [['皇庄镇大王庄村', 2023], 'new 131082103243 2023'],
          [['三河市新集镇大王庄村', 2023], 'new 131082104205 2023'],
          [['河北省廊坊市三河市新集镇陈庄村', 2023], 'new 131082104209 2023'],
        ],
      },
    ],
  },
  {
    what: 'neither in an address nor in the title of several',
    sheets: [
      {
        lines: [
          [['三河市皇庄镇等2个乡镇市级森林村庄名单']],
          [['地址：三河市新集镇府前街1号', '电话：0316-1234567']],
          [['村名', '年份']],
          [['大王庄', 2023], 'doubt ambiguous > 131082103243'],
        ],
      },
    ],
  },
  {
    what: 'in a line that is mistyped, and then of no row below it',
    sheets: [
      {
        lines: [
          [['序号', '村名', '年份']],
          [['一、皇庄镇（1个）']],
          [[1, '大王庄', 2023], 'new 131082103243 2023'],
          [['二、新鸡镇（2个）']],
          [[1, '大王庄', 2023], 'doubt unknown-name > 131082104205'],
          [[2, '陈庄', 2023], 'doubt unknown-name > 131082104209'],
          [['泃阳镇']],
          [[1, '大汪庄', 2023], 'doubt unknown-name > 131082100217'],
          [[2, '错桥', 2023], 'new 131082100206 2023'],
        ],
      },
    ],
  },
  {
    what: 'in one column with the village',
    sheets: [
      {
        lines: [
          [['序号', '乡镇村', '年份']],
          [[1, '皇庄镇 大王庄村', 2023], 'new 131082103243 2023'],
          [[2, '皇庄镇/陈庄村', 2023], 'new 131082103219 2023'],
          [[3, '新集镇-陈庄', 2023], 'new 131082104209 2023'],
        ],
      },
    ],
  },
];

const ofPrefecture: readonly Sent[] = [
  {
    what: 'counties merged, and townships merged within them',
    sheets: [
      {
        lines: [
          [['廊坊市市级森林村庄汇总表']],
          [['序号', '县（市、区）', '乡镇', '村', '认定年度']],
          [[1, '三河市', '皇庄镇', '大王庄', 2023], 'new 131082103243 2023'],
          [[2, null, null, '陈庄', 2023], 'new 131082103219 2023'],
          [[3, null, '新集镇', '陈庄', 2023], 'new 131082104209 2023'],
          [[4, '固安县', '牛驼镇', '牛驼一村', 2023], 'new 131022103201 2023'],
          [[5, '大厂', '夏垫镇', '东庄', 2023], 'new 131028101204 2023'],
        ],
        merges: ['A1:E1', 'B3:B5', 'C3:C4'],
      },
    ],
  },
  {
    what: 'a sheet for each county',
    sheets: [
      {
        name: '三河',
        lines: [[['乡镇', '村', '年度']], [['皇庄镇', '大王庄', 2023], 'new 131082103243 2023']],
      },
      {
        name: '固安县',
        lines: [[['乡镇', '村', '年度']], [['牛驼镇', '牛驼二', 2023], 'new 131022103202 2023']],
      },
    ],
  },
];

describe('a county’s ledger has the township', () => {
  it.each(inCounty)('$what', async ({ sheets }) => {
    const { rows } = await received(sentXlsx(sheets), '台账.xlsx', { division: '131082' });
    expect(accountOf(rows)).toEqual(accountOfLines(sheets));
  });
});

describe('a ledger of the whole city has', () => {
  it.each(ofPrefecture)('$what', async ({ sheets }) => {
    const { rows } = await received(sentXlsx(sheets));
    expect(accountOf(rows)).toEqual(accountOfLines(sheets));
  });
});
