/** Ledgers of real names with noise, as a workbook or as text. The names are of `divisions.csv`; that anybody named them is invented. */
import fc from 'fast-check';
import { shortName } from '../../src/lib/server/import/usual-ledger.ts';
import { encodeExcelText } from '../../src/lib/export/xlsx/excel-text.ts';
import { oneSheet, textRow } from '../bad-files/raw-workbook.ts';
import { realFacts } from './askers.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { nastyText } from './nasty-text.ts';
import { rarely } from './rarely.ts';
import { writing, written } from './text-tables.ts';

const nameOf = new Map(realFacts.divisions.map(({ code, name }) => [code, name]));
const units = realFacts.divisions.filter(
  ({ level }) => level === 'village' || level === 'township',
);

const headings = {
  county: ['县区', '县（市、区）', '所属县'],
  township: ['乡镇', '所属乡镇', '乡镇名称'],
  village: ['村', '行政村', '村庄名称'],
  name: ['名称', '单位名称'],
  code: ['代码', '统计用区划代码'],
  effective: ['认定年份', '命名时间', '时间'],
  stage: ['状态', '称号状态'],
  batch: ['批次'],
  documentNumber: ['文号', '命名文号'],
  documentTitle: ['文件名称'],
  publisher: ['发文单位'],
  grade: ['级别', '称号'],
  note: ['备注', '序号', '面积'],
} as const;
type Column = keyof typeof headings;
const columns = Object.keys(headings) as Column[];

/** What happens to a cell on its way into a ledger. */
const noise = fc.oneof(
  { weight: 10, arbitrary: fc.constant({ kind: 'none' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'drop' as const,
        'double' as const,
        'swap' as const,
        'space' as const,
        'break' as const,
      ),
      at: fc.nat(20),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('before' as const, 'after' as const, 'instead' as const),
      text: nastyText,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'empty' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'wide' as const }) },
);
type Noise = typeof noise extends fc.Arbitrary<infer Kind> ? Kind : never;

function noisy(text: string, how: Noise): string {
  const letters = [...text];
  switch (how.kind) {
    case 'none':
      return text;
    case 'empty':
      return '';
    case 'instead':
      return how.text;
    case 'before':
      return how.text + text;
    case 'after':
      return text + how.text;
    case 'wide':
      return text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    case 'drop':
      return letters.toSpliced(how.at % (letters.length + 1), 1).join('');
    case 'double':
      return letters
        .toSpliced(how.at % (letters.length + 1), 0, letters[how.at % (letters.length || 1)] ?? '')
        .join('');
    case 'swap':
      return letters
        .toSpliced(
          how.at % (letters.length + 1),
          1,
          letters[(how.at * 7) % (letters.length || 1)] ?? '',
        )
        .join('');
    case 'space':
      return letters.toSpliced(how.at % (letters.length + 1), 0, '　').join('');
    case 'break':
      return letters.toSpliced(how.at % (letters.length + 1), 0, '\n').join('');
  }
}

const line = fc.record({
  unit: fc.constantFrom(...units),
  name: fc.constantFrom('whole', 'short', 'committee'),
  date: fc.oneof(
    fc.constantFrom('2023', '2023-06', '2023年6月', '2023.6.5', '2024/1/2', '2021'),
    nastyText,
  ),
  stage: fc.constantFrom('', '', '已授予', '撤销', '命名', '创建中'),
  noises: fc.array(noise, { maxLength: columns.length }),
  isHidden: fc.boolean(),
});
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;

function cellsOf({ unit, name, date, stage, noises }: Line, shown: readonly Column[]): string[] {
  const named = {
    whole: unit.name,
    short: shortName(unit.name),
    committee: `${shortName(unit.name)}村委会`,
  }[name];
  const isVillage = unit.level === 'village';
  const values: Readonly<Record<Column, string>> = {
    county: nameOf.get(unit.code.slice(0, 6)) ?? '',
    township: isVillage ? (nameOf.get(unit.parent ?? '') ?? '') : named,
    village: isVillage ? named : '',
    name: named,
    code: unit.code,
    effective: date,
    stage,
    batch: '第一批',
    documentNumber: '演练〔2023〕1号',
    documentTitle: '演练通知',
    publisher: '演练',
    grade: name === 'short' ? '省级' : '市级',
    note: '3',
  };
  return shown.map((column, at) => noisy(values[column], noises[at] ?? { kind: 'none' }));
}

const merge = fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 12 }), fc.nat(6), fc.nat(8));

const ledger = fc.record({
  titles: fc.array(
    fc.oneof(
      fc.constantFrom('廊坊市2023年市级森林村庄名单', '安次区森林乡镇台账', '固安县'),
      nastyText,
    ),
    { maxLength: 2 },
  ),
  shown: fc.shuffledSubarray(columns, { minLength: 2 }),
  synonym: fc.nat(2),
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  between: fc.array(
    fc.tuple(fc.nat(12), fc.oneof(fc.constantFrom('合计', '落垡镇', '安次区', '注：'), nastyText)),
    { maxLength: 2 },
  ),
  merges: fc.array(merge, { maxLength: 3 }),
  how: rarely(writing, 3),
});

export const ledgerCase: fc.Arbitrary<FuzzCase> = ledger.map((told) => ({
  recipe: { ...told, lines: told.lines.map(({ unit, ...rest }) => ({ code: unit.code, ...rest })) },
  make: () => {
    const { titles, shown, synonym, lines, between, merges, how } = told;
    const rows = [
      ...titles.map((title) => [title]),
      shown.map((column) => headings[column][synonym] ?? headings[column][0]),
      ...lines.map((each) => cellsOf(each, shown)),
    ];
    for (const [at, text] of between)
      rows.splice(titles.length + 1 + (at % lines.length), 0, [text]);
    if (how) return [{ name: '名单.csv', bytes: written(rows, how) }];
    const first = titles.length + 2;
    const xml = rows.map((cells, at) =>
      textRow(
        at + 1,
        cells.map(encodeExcelText),
        lines[at + 1 - first]?.isHidden ? ' hidden="1"' : '',
      ),
    );
    const joined = merges.map(([left, top, width, height]) => {
      const letter = (column: number) => 'ABCDEFGHIJKLMNOP'[column] ?? 'A';
      return `<mergeCell ref="${letter(left)}${top}:${letter(left + width)}${top + height}"/>`;
    });
    const after = joined.length === 0 ? '' : `<mergeCells>${joined.join('')}</mergeCells>`;
    return [{ name: '名单.xlsx', bytes: oneSheet(xml.join(''), {}, after) }];
  },
}));
