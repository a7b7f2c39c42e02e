import { describe, expect, it } from 'vitest';
import { accountOf, accountOfLines, received, sentXlsx, type SentSheet } from './sent-ledger.ts';

const sanhe = { division: '131082' } as const;

interface Sent {
  readonly what: string;
  readonly sheets: readonly SentSheet[];
}

const ledgers: readonly Sent[] = [
  {
    what: 'has 认定情况 merged over year, number and level',
    sheets: [
      {
        lines: [
          [['三河市市级森林村庄台账']],
          [['序号', '乡镇', '村名', '认定情况', null, null, '备注']],
          [[null, null, null, '年份', '文号', '级别', null]],
          [
            [1, '皇庄镇', '大王庄村', 2023, '廊创森〔2023〕1号', '市级', ''],
            'new 131082103243 2023',
          ],
          [
            [2, '新集镇', '大王庄村', 2023, '廊创森〔2023〕1号', '市级', ''],
            'new 131082104205 2023',
          ],
        ],
        merges: ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:G3'],
      },
    ],
  },
  {
    what: 'repeats title and headings on every printed page',
    sheets: [
      {
        lines: [
          [['三河市市级森林村庄名单']],
          [['序号', '乡镇', '村名', '认定时间']],
          [[1, '皇庄镇', '大王庄', '2023年'], 'new 131082103243 2023'],
          [['三河市市级森林村庄名单']],
          [['序号', '乡镇', '村名', '认定时间']],
          [[2, null, '陈庄', '2023年'], 'new 131082103219 2023'],
          [['三河市市级森林村庄名单（续）']],
          [['序号', '乡  镇', '村 名', '认定\n时间']],
          [[3, '新集镇', '陈庄', '2023年'], 'new 131082104209 2023'],
          [['第2页 共2页']],
        ],
      },
    ],
  },
  {
    what: 'has other columns under a second heading',
    sheets: [
      {
        lines: [
          [['序号', '乡镇', '村名', '认定年份']],
          [[1, '皇庄镇', '大王庄', 2023], 'new 131082103243 2023'],
          [[]],
          [['序号', '村名', '乡镇', '备注', '认定年份']],
          [[1, '陈庄', '新集镇', '补报', 2024], 'new 131082104209 2024'],
        ],
      },
    ],
  },
  {
    what: 'has two tables side by side',
    sheets: [
      {
        lines: [
          [['三河市市级森林村庄名单']],
          [['序号', '乡镇', '村名', '认定年份', null, '序号', '乡镇', '村名', '认定年份']],
          [
            [1, '皇庄镇', '大王庄', 2023, null, 3, '新集镇', '大王庄', 2023],
            'new 131082103243 2023',
            'new 131082104205 2023',
          ],
          [
            [2, '皇庄镇', '陈庄', 2023, null, 4, null, '陈庄', 2023],
            'new 131082103219 2023',
            'new 131082104209 2023',
          ],
          [[5, '泃阳镇', '错桥', 2023], 'new 131082100206 2023'],
          [['合计', '', '5个']],
        ],
        merges: ['A1:I1'],
      },
    ],
  },
  {
    what: 'has the names in pairs of columns, without townships',
    sheets: [
      {
        name: '泃阳镇',
        lines: [
          [['序号', '村名', '序号', '村名', '序号', '村名']],
          [
            [1, '错桥', 2, '东关', 3, '西关'],
            'new 131082100206 2023',
            'new 131082100221 2023',
            'new 131082100222 2023',
          ],
          [[4, '南关', 5, '北官'], 'new 131082100223 2023', 'doubt unknown-name > 131082100224'],
        ],
      },
    ],
  },
  {
    what: 'has a cover, the list on the third sheet and an empty one',
    sheets: [
      {
        name: '封面',
        lines: [
          [[null, '三河市市级森林村庄申报材料']],
          [[null, '填报单位', '三河市自然资源和规划局']],
          [[null, '联系人', '张三']],
        ],
      },
      { name: '说明', lines: [[['1. 乡镇名称请填写全称。']], [['2. 村名以行政村为准。']]] },
      {
        name: '明细',
        lines: [
          [[null, null, '乡镇', '村名', '认定年份']],
          [[null, null, '皇庄镇', '大王庄', 2023], 'new 131082103243 2023'],
        ],
      },
      { name: 'Sheet4', lines: [] },
    ],
  },
  {
    what: 'has blank columns to the left and blank rows between',
    sheets: [
      {
        lines: [
          [[]],
          [[null, null, null, '序号', '所在乡镇', '行政村名称', '命名时间', '备 注']],
          [[]],
          [[null, null, null, '1', '皇庄', '大王庄', '2023.05', ''], 'new 131082103243 2023-05'],
          [[]],
          [[null, null, null, '2', '新集', '陈庄', '2023.06', '新'], 'new 131082104209 2023-06'],
        ],
      },
    ],
  },
  {
    what: 'has a hidden column of former names before the names, and a hidden row',
    sheets: [
      {
        lines: [
          [['乡镇', '村名', '村名', '认定年份']],
          [['皇庄镇', '陈庄', '大王庄', 2023], 'new 131082103243 2023'],
          [['新集镇', '', '陈庄', 2023], 'new 131082104209 2023 (hidden-row)'],
        ],
        hiddenColumns: ['B'],
        hiddenRows: [3],
      },
    ],
  },
  {
    what: 'heads its columns in words of its own',
    sheets: [
      {
        lines: [
          [
            [
              '编号',
              '镇（乡、街道）',
              '村（社区）名称',
              '授牌日期',
              '联系人及电话',
              '林木覆盖率（%）',
            ],
          ],
          [
            ['1', '皇庄镇', '大王庄村', '2023/5/18', '李四 1390000', 35.2],
            'new 131082103243 2023-05-18',
          ],
        ],
      },
      {
        lines: [
          [['乡镇（街道）', '创建村庄', '获评年度', '是否示范']],
          [['新集镇', '大王庄村', '2022年度', '是'], 'new 131082104205 2022'],
        ],
      },
      {
        lines: [
          [['乡镇名', '行政村（社区）', '建成时间']],
          [['泃阳镇', '错桥村', '2022年12月'], 'new 131082100206 2023'],
        ],
      },
    ],
  },
];

describe('a ledger whose headings stand otherwise', () => {
  it.each(ledgers)('$what', async ({ sheets }) => {
    const defaults = { effective: '2023' };
    const { rows } = await received(sentXlsx(sheets), '台账.xlsx', { ...sanhe, defaults });
    expect(accountOf(rows)).toEqual(accountOfLines(sheets));
  });
});
