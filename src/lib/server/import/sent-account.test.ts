import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewed, siteData, workbookOf, type Values } from './ledger-fixture.ts';
import { shortName } from './usual-ledger.ts';

const townships = siteData.divisions.filter(
  ({ parent, kind }) => parent === '131082' && kind === '镇',
);
const villages = siteData.divisions.filter(
  ({ kind, parent }) => kind === '村' && townships.some(({ code }) => code === parent),
);
const nameOf = new Map(siteData.divisions.map(({ code, name }) => [code, name]));

/** The place in the order, as lists write it. */
const numberings: readonly ((at: number) => string | number)[] = [
  (at) => at,
  (at) => String(at),
  (at) => `(${at})`,
  (at) => `（${at}）`,
  (at) => `${at}、`,
  (at) => `${at}.`,
  (at) => `第${at}、`,
  () => '',
  () => '注：新增',
  () => '小计',
  () => '★',
];
const remarks = [
  ...[
    '',
    '',
    '合计1个',
    '小计',
    '注：补报',
    '（新增）',
    '填表人：王五',
    '审核人',
    '联系电话：0316',
  ],
  ...['三河市', '新集镇', '省级森林乡村', '2023年6月1日', '共1个', '示例', '同上', '村名', '盖章'],
];

interface Line {
  readonly kind: 'unit' | 'total' | 'note' | 'blank' | 'headings';
  readonly village: (typeof villages)[number];
  readonly remark: string;
  readonly ending: string;
}

const line: fc.Arbitrary<Line> = fc.record({
  kind: fc.constantFrom('unit', 'unit', 'unit', 'unit', 'total', 'note', 'blank', 'headings'),
  village: fc.constantFrom(...villages),
  remark: fc.constantFrom(...remarks),
  ending: fc.constantFrom('', '村', '村委会', '村民委员会'),
});

const layout = fc.record({
  lines: fc
    .uniqueArray(line, { selector: ({ village }) => village.code, minLength: 1, maxLength: 25 })
    // In the order of townships, as lists are.
    .map((lines) => lines.toSorted((a, b) => (a.village.code < b.village.code ? -1 : 1))),
  numbering: fc.constantFrom(...numberings),
  township: fc.constantFrom('each', 'first', 'line', 'marked line'),
  blankColumns: fc.nat(2),
  isDated: fc.boolean(),
  order: fc.shuffledSubarray(['序号', '乡镇', '村名', '年份', '备注'] as const, { minLength: 5 }),
});

describe('of a list in any layout', () => {
  it('every row that names a village is told, and none as another one', () => {
    fc.assert(
      fc.property(layout, ({ lines, numbering, township, blankColumns, isDated, order }) => {
        const isInLines = township === 'line' || township === 'marked line';
        const columns = order.filter((column) => column !== '乡镇' || !isInLines);
        const blank = Array.from({ length: blankColumns }, () => '');
        const rows: (string | number)[][] = [['三河市市级森林村庄名单'], [...blank, ...columns]];
        const expected: (readonly [row: number, unit: string])[] = [];
        let before: string | null = null;
        for (const [at, { kind, village, remark, ending }] of lines.entries()) {
          const own = nameOf.get(village.parent ?? '') ?? '';
          if (kind === 'unit') {
            const isNew = village.parent !== before;
            if (isNew && township === 'line') rows.push([own]);
            if (isNew && township === 'marked line') rows.push([`${at + 1}、${own}（2个）`]);
            before = village.parent;
            const cells = {
              序号: numbering(at + 1),
              乡镇: isNew || township === 'each' ? own : '',
              村名: shortName(village.name) + ending,
              年份: isDated ? 2023 : '',
              备注: remark,
            };
            rows.push([...blank, ...columns.map((column) => cells[column])]);
            expected.push([rows.length, village.code]);
          } else if (kind === 'total') rows.push([...blank, '小计', '', '3个']);
          else if (kind === 'note') rows.push([...blank, '注：以上为行政村。']);
          else if (kind === 'headings') rows.push([...blank, ...columns]);
          else rows.push([]);
        }
        fc.pre(expected.length > 0);
        const preview = previewed(workbookOf(rows as Values), { division: '131082' });
        const told = preview.rows
          .filter(({ verdict }) => verdict !== 'left-out')
          .map(({ number, unit }) => [number, unit]);
        expect(told).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
