/** Workbooks that Excel opens, or once did, with cells as no form foresees them. */
import { oneSheet, textRow, valueCell } from './raw-workbook.ts';
import { date, number, reads, text, type BadSpreadsheet } from './spreadsheet-file.ts';

/** Day numbers with a format for each, in one row. */
const days = (is1904: boolean, serials: readonly number[]): Buffer =>
  oneSheet(
    `<row r="1">${serials.map((serial, at) => valueCell(`${'ABCDEFGH'[at] ?? ''}1`, String(serial), ' s="1"')).join('')}</row>`,
    { formats: ['yyyy"年"m"月"d"日"'], is1904 },
  );

const longText = '村'.repeat(32_768);

export const oddCells: readonly BadSpreadsheet[] = [
  reads(
    'formula-only.xlsx',
    '公式没有保存结果',
    [
      {
        cells: {
          A1: { kind: 'formula', text: 'B1&"村"' },
          B1: { kind: 'formula', text: '' },
          C1: text('张场村'),
          D1: number(7),
        },
      },
    ],
    () =>
      oneSheet(
        '<row r="1"><c r="A1"><f>B1&amp;"村"</f></c><c r="B1"><f t="shared" si="0"/></c><c r="C1" t="str"><f>A1</f><v>张场村</v></c><c r="D1"><f>3+4</f><v>7</v></c></row>',
      ),
  ),
  reads(
    'error-values.xlsx',
    '单元格是 #REF!、#N/A、#DIV/0!',
    [
      {
        cells: {
          A1: { kind: 'error', text: '#REF!' },
          B1: { kind: 'error', text: '#N/A' },
          C1: { kind: 'error', text: '#DIV/0!' },
        },
      },
    ],
    () =>
      oneSheet(
        `<row r="1">${valueCell('A1', '#REF!', ' t="e"')}${valueCell('B1', '#N/A', ' t="e"')}${valueCell('C1', '#DIV/0!', ' t="e"')}</row>`,
      ),
  ),
  reads(
    'dates-1900.xlsx',
    '1900 日期系统，含并不存在的 1900 年 2 月 29 日',
    [
      {
        cells: {
          A1: date('1900-01-01'),
          B1: date('1900-02-28'),
          C1: number(60),
          D1: date('1900-03-01'),
          E1: date('2025-03-12'),
          F1: number(0),
          G1: number(-1),
          H1: number(2_958_466),
        },
      },
    ],
    () => days(false, [1, 59, 60, 61, 45_728, 0, -1, 2_958_466]),
  ),
  reads(
    'dates-1904.xlsx',
    '1904 日期系统（旧版 Mac Excel）',
    [{ cells: { A1: date('1904-01-01'), B1: date('1904-03-01'), C1: date('2025-03-12') } }],
    () => days(true, [0, 60, 44_266]),
  ),
  reads(
    'dates-iso.xlsx',
    '以 ISO 8601 文字存放的日期',
    [
      {
        cells: {
          A1: date('2025-03-12'),
          B1: date('2025-03-12'),
          C1: text('2025-02-31'),
          D1: text('12:30:00'),
        },
      },
    ],
    () =>
      oneSheet(
        `<row r="1">${['2025-03-12', '2025-03-12T08:30:00.000Z', '2025-02-31', '12:30:00'].map((each, at) => valueCell(`${'ABCD'[at] ?? ''}1`, each, ' t="d"')).join('')}</row>`,
      ),
  ),
  reads(
    'formats-that-look-like-dates.xlsx',
    '看似日期的数字格式',
    [
      {
        cells: {
          A1: number(45_728),
          B1: number(45_728),
          C1: number(45_728),
          D1: date('2025-03-12'),
          E1: date('2025-03-12'),
        },
      },
    ],
    () =>
      oneSheet(
        `<row r="1">${['A', 'B', 'C', 'D', 'E'].map((column, at) => valueCell(`${column}1`, '45728', ` s="${at + 1}"`)).join('')}</row>`,
        { formats: ['0.00E+00', '[Red]0"days"', '[h]:mm:ss', '[$-804]aaaa', 31] },
      ),
  ),
  reads(
    'prototype-text.xlsx',
    '文字为 __proto__、constructor、toString',
    [{ cells: { A1: text('__proto__'), B1: text('constructor'), C1: text('toString') } }],
    () => oneSheet(textRow(1, ['__proto__', 'constructor', 'toString'])),
  ),
  reads(
    'formula-like-text.xlsx',
    '以 =、+、-、@ 开头的文字',
    [
      {
        cells: {
          A1: text('=1+1'),
          B1: text('+86'),
          C1: text('-1'),
          D1: text('@SUM(1)'),
          E1: text("=cmd|' /C calc'!A0"),
        },
      },
    ],
    () => oneSheet(textRow(1, ['=1+1', '+86', '-1', '@SUM(1)', "=cmd|' /C calc'!A0"])),
  ),
  reads(
    'text-of-32768.xlsx',
    '一个单元格有 32768 字，比 Excel 允许的多一个',
    [{ cells: { A1: text(longText) } }],
    () => oneSheet(textRow(1, [longText])),
  ),
  reads(
    'spaces-and-controls.xlsx',
    '文字首尾有空格，含转义的控制字符',
    [
      {
        cells: {
          A1: text('  桃园村　'),
          B1: text('a\rb'),
          C1: text('_x000D_'),
          D1: text('a\u0001b'),
          E1: text('a\ufffdb'),
          F1: text('😀'),
        },
      },
    ],
    () =>
      oneSheet(
        textRow(1, [
          '  桃园村　',
          'a_x000D_b',
          '_x005F_x000D_',
          'a_x0001_b',
          'a_xD83D_b',
          '_xD83D__xDE00_',
        ]),
      ),
  ),
  reads(
    'rich-and-phonetic-text.xlsx',
    '富文本和拼音',
    [{ cells: { A1: text('桃园村'), B1: text('张场村') } }],
    () =>
      oneSheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>张场</t></r><r><rPr><b/></rPr><t>村</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></is></c></row>',
        {
          sharedTexts: [
            '<r><t>桃园</t></r><r><rPr><b/></rPr><t>村</t></r><rPh sb="0" eb="2"><t>táo yuán</t></rPh>',
          ],
        },
      ),
  ),
  reads(
    'numbers-at-the-edge.xlsx',
    '过大、过小和不是数字的数值',
    [
      {
        cells: {
          A1: number(131002102226),
          B1: text('1e999'),
          C1: text('NaN'),
          D1: number(1e-7),
          E1: number(0),
        },
      },
    ],
    () =>
      oneSheet(
        `<row r="1">${valueCell('A1', '131002102226')}${valueCell('B1', '1e999')}${valueCell('C1', 'NaN')}${valueCell('D1', '1E-7')}${valueCell('E1', '-0')}</row>`,
      ),
  ),
];
