/** Ledgers that are read without a word and are wrong all the same: the import has to find out. Names are those of data/divisions.csv. */
import { readFileSync } from 'node:fs';
import { rawWorkbook, sheet, textRow } from './raw-workbook.ts';
import { empty, text, type BadSpreadsheet, type ExpectedSheet } from './spreadsheet-file.ts';

interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

const units: readonly Unit[] = readFileSync(
  new URL('../../data/divisions.csv', import.meta.url),
  'utf8',
)
  .split('\n')
  .slice(1, -1)
  .map((line) => {
    const [code = '', name = '', kind = ''] = line.split(',');
    return { code, name, kind };
  });

const nameOf = (code: string): string => units.find((unit) => unit.code === code)?.name ?? '';
const villagesOf = (code: string): readonly Unit[] =>
  units.filter((unit) => unit.kind === '村' && unit.code.startsWith(code));

type Line = readonly [county: string, township: string, village: string, code: string];
const lineOf = ({ code, name }: Unit): Line => [
  nameOf(code.slice(0, 6)),
  nameOf(code.slice(0, 9)),
  name,
  code,
];

const headings = ['县（市、区）', '乡镇', '村', '代码'];

/** Numbered from row 1. */
const ledger = (lines: readonly (readonly string[])[], after = ''): Buffer =>
  rawWorkbook({
    sheets: [
      {
        name: '森林村庄台账',
        xml: sheet(lines.map((line, at) => textRow(at + 1, line)).join(''), after),
      },
    ],
  });

const first = villagesOf('131002102').slice(0, 6).map(lineOf);

const reads = (
  name: string,
  says: string,
  sheetFound: ExpectedSheet,
  make: () => Uint8Array,
): BadSpreadsheet => ({
  name,
  says,
  make,
  expect: { read: [sheetFound] },
});

const withChange = (change: (line: Line, at: number) => readonly string[]): Buffer =>
  ledger([headings, ...first.map(change)]);

export const wrongLedgers: readonly BadSpreadsheet[] = [
  reads(
    'ledger-usual-shape.xlsx',
    '标题行、合并的县名、合计行',
    {
      rows: 9,
      cells: {
        A1: text('廊坊市市级森林村庄推荐名单'),
        A3: text('安次区'),
        A4: empty,
        A9: text('合计'),
      },
    },
    () =>
      ledger(
        [
          ['廊坊市市级森林村庄推荐名单'],
          headings,
          ...first.map(([county, ...rest], at) => [at === 0 ? county : '', ...rest]),
          ['合计', '', '6 个'],
        ],
        '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A3:A8"/></mergeCells>',
      ),
  ),
  reads(
    'ledger-duplicate-codes.xlsx',
    '两行同一代码',
    { rows: 7, cells: { D2: text(first[0]?.[3] ?? ''), D3: text(first[0]?.[3] ?? '') } },
    () => withChange((line, at) => (at === 1 ? [...line.slice(0, 3), first[0]?.[3] ?? ''] : line)),
  ),
  reads(
    'ledger-same-name-two-townships.xlsx',
    '两个乡镇各有一个张场村，没有代码',
    { rows: 3, cells: { C2: text('张场村村民委员会'), C3: text('张场村村民委员会') } },
    () =>
      ledger([
        headings,
        ...['131002102226', '131002103221'].map((code) => [
          nameOf('131002'),
          nameOf(code.slice(0, 9)),
          nameOf(code),
        ]),
      ]),
  ),
  reads(
    'ledger-swapped-codes.xlsx',
    '调河头镇与杨税务镇的代码互换（旧版代码）',
    {
      cells: {
        B2: text('调河头镇'),
        D2: text('131002106'),
        B3: text('杨税务镇'),
        D3: text('131002104'),
      },
    },
    () =>
      ledger([
        headings,
        ['安次区', '调河头镇', '', '131002106'],
        ['安次区', '杨税务镇', '', '131002104'],
      ]),
  ),
  reads('ledger-wrong-county.xlsx', '县名与乡镇不符', { cells: { A2: text('广阳区') } }, () =>
    withChange(([, ...rest], at) =>
      at === 0 ? ['广阳区', ...rest] : [first[at]?.[0] ?? '', ...rest],
    ),
  ),
  reads(
    'ledger-code-of-another-county.xlsx',
    '代码属于另一个县',
    { cells: { D2: text('131081105239') } },
    () => withChange((line, at) => (at === 0 ? [...line.slice(0, 3), '131081105239'] : line)),
  ),
  reads('ledger-committee-endings.xlsx', '村委会、村民委员会、村三种写法', { rows: 7 }, () =>
    withChange(([county, township, village, code], at) => [
      county,
      township,
      village.replace('村民委员会', ['村民委员会', '村委会', ''][at % 3] ?? ''),
      code,
    ]),
  ),
  reads(
    'ledger-full-width.xlsx',
    '全角数字、字间空格',
    { cells: { D2: text('１３１００２１０２２００') } },
    () =>
      withChange(([county, township, village, code], at) => [
        county.split('').join('　'),
        ` ${township} `,
        village,
        at === 0 ? '１３１００２１０２２００' : code,
      ]),
  ),
  reads('ledger-header-only.xlsx', '只有表头', { rows: 1 }, () => ledger([headings])),
  reads('ledger-no-header.xlsx', '没有表头', { rows: 6 }, () => ledger(first)),
  reads('ledger-header-twice.xlsx', '每隔三行重复表头', { rows: 8 }, () =>
    ledger([headings, ...first.slice(0, 3), headings, ...first.slice(3)]),
  ),
];
