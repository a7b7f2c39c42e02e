/** Workbooks whose sheets, rows and merges are odd, too many or contradict each other. */
import { oneSheet, rawWorkbook, sheet, textRow, valueCell } from './raw-workbook.ts';
import {
  empty,
  large,
  number,
  reads,
  refused,
  text,
  type BadSpreadsheet,
} from './spreadsheet-file.ts';

const manyRows = (count: number, content: (row: number) => string): string =>
  Array.from({ length: count }, (_, at) => `<row r="${at + 1}">${content(at + 1)}</row>`).join('');

export const oddSheets: readonly BadSpreadsheet[] = [
  reads(
    'merged-header.xlsx',
    '两层合并表头，合并区内藏有文字',
    [
      {
        rows: 3,
        merges: [
          { top: 1, left: 1, bottom: 1, right: 3 },
          { top: 2, left: 1, bottom: 3, right: 1 },
        ],
        cells: {
          A1: text('市级森林村庄名单'),
          B1: empty,
          A2: text('安次区'),
          A3: empty,
          B3: text('桃园村'),
        },
      },
    ],
    () =>
      oneSheet(
        textRow(1, ['市级森林村庄名单', '藏在下面']) +
          textRow(2, ['安次区', '张场村']) +
          textRow(3, ['旧文字', '桃园村']),
        {},
        '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>',
      ),
  ),
  refused('merges-over-everything.xlsx', '一千个合并区，每个都盖住整张表', 'no-rows', () =>
    oneSheet(
      textRow(2, ['', '桃园村']),
      {},
      `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1_000)}</mergeCells>`,
    ),
  ),
  refused('merge-that-is-none.xlsx', '合并区两端颠倒', 'damaged', () =>
    oneSheet(textRow(1, ['村']), {}, '<mergeCells><mergeCell ref="C3:A1"/></mergeCells>'),
  ),
  reads('hidden-rows.xlsx', '筛选后隐藏的行', [{ rows: 3, hiddenRows: [2] }], () =>
    oneSheet(textRow(1, ['村']) + textRow(2, ['张场村'], ' hidden="1"') + textRow(3, ['桃园村'])),
  ),
  reads(
    'hidden-sheets.xlsx',
    '隐藏和深度隐藏的工作表',
    [
      { name: '台账', isHidden: false },
      { name: '名单', isHidden: true },
      { name: '旧', isHidden: true },
    ],
    () => {
      const xml = sheet(textRow(1, ['村']));
      return rawWorkbook({
        sheets: [
          { name: '台账', xml },
          { name: '名单', xml, state: 'hidden' },
          { name: '旧', xml, state: 'veryHidden' },
        ],
      });
    },
  ),
  reads(
    'odd-sheet-names.xlsx',
    '工作表名为 __proto__、constructor、空格和公式',
    [
      { name: '__proto__' },
      { name: 'constructor' },
      { name: ' ' },
      { name: '=1+1' },
      { name: '村<>&"' },
    ],
    () =>
      rawWorkbook({
        sheets: ['__proto__', 'constructor', ' ', '=1+1', '村&lt;&gt;&amp;&quot;'].map((name) => ({
          name,
          xml: sheet(textRow(1, ['村'])),
        })),
      }),
  ),
  refused('sixty-sheets.xlsx', '六十张工作表', 'too-many-sheets', () =>
    rawWorkbook({
      sheets: Array.from({ length: 60 }, (_, at) => ({
        name: `表${at}`,
        xml: sheet(textRow(1, ['村'])),
      })),
    }),
  ),
  reads(
    'prefixed-names.xlsx',
    '标签带命名空间前缀',
    [{ cells: { A1: text('桃园村'), B1: number(3) } }],
    () =>
      rawWorkbook({
        sheets: [
          {
            name: '台账',
            xml: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>桃园村</x:t></x:is></x:c><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
          },
        ],
      }),
  ),
  reads('no-shared-parts.xlsx', '没有样式和共享文字部件', [{ cells: { A1: number(1) } }], () =>
    rawWorkbook(
      {
        sheets: [
          { name: '台账', xml: sheet(`<row r="1">${valueCell('A1', '1', ' s="9"')}</row>`) },
        ],
      },
      {
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/styles.xml': null,
        'xl/sharedStrings.xml': null,
      },
    ),
  ),
  reads(
    'absurd-dimension.xlsx',
    '自称有一千七百万列行',
    [{ rows: 1, cells: { A1: text('村') } }],
    () => oneSheet(textRow(1, ['村']), {}, '', '<dimension ref="A1:XFD1048576"/>'),
  ),
  reads(
    'last-row-and-gap.xlsx',
    '最后一行有内容，中间全空',
    [{ rows: 2, cells: { A1: text('村'), A1048576: text('桃园村') } }],
    () => oneSheet(textRow(1, ['村']) + textRow(1_048_576, ['桃园村'])),
  ),
  refused('negative-row.xlsx', '行号为负', 'damaged', () =>
    oneSheet('<row r="-5"><c r="A-5"><v>1</v></c></row>'),
  ),
  refused('row-beyond-the-sheet.xlsx', '行号九百九十九万', 'damaged', () =>
    oneSheet('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'),
  ),
  refused('row-number-no-number.xlsx', '行号是 __proto__', 'damaged', () =>
    oneSheet('<row r="__proto__"/>'),
  ),
  refused('rows-twice.xlsx', '同一行出现两次', 'damaged', () =>
    oneSheet(textRow(2, ['甲']) + textRow(2, ['乙'])),
  ),
  refused('cell-twice.xlsx', '同一单元格出现两次', 'damaged', () =>
    oneSheet(`<row r="1">${valueCell('A1', '1')}${valueCell('A1', '2')}</row>`),
  ),
  refused('cell-in-another-row.xlsx', '单元格自称在另一行', 'damaged', () =>
    oneSheet(`<row r="1">${valueCell('A7', '1')}</row>`),
  ),
  refused('cell-beyond-the-sheet.xlsx', '列名 ZZZZ', 'damaged', () =>
    oneSheet(`<row r="1">${valueCell('ZZZZ1', '1')}</row>`),
  ),
  refused('three-hundred-columns.xlsx', '三百列', 'too-many-columns', () =>
    oneSheet(`<row r="1">${'<c><v>1</v></c>'.repeat(300)}</row>`),
  ),
  refused('a-million-columns.xlsx', '一行里有一百万个单元格', 'too-many-columns', () =>
    oneSheet(`<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`),
  ),
  large(
    refused('a-million-empty-rows.xlsx', '格式一直设到第一百万行', 'too-many-rows', () =>
      oneSheet(manyRows(1_000_000, (row) => `<c r="A${row}" s="0"/>`)),
    ),
  ),
  large(
    refused('hundred-thousand-rows.xlsx', '十万零一行数据', 'too-many-rows', () =>
      oneSheet(manyRows(100_001, (row) => `<c r="A${row}"><v>${row}</v></c>`)),
    ),
  ),
  large(
    refused('million-cells.xlsx', '五千行，每行二百列', 'unpacks-too-large', () =>
      oneSheet(manyRows(5_000, () => '<c><v>1</v></c>'.repeat(200))),
    ),
  ),
  refused('empty-sheet.xlsx', '空表', 'no-rows', () => oneSheet('')),
  refused('styles-only.xlsx', '只有格式没有内容', 'no-rows', () =>
    oneSheet(manyRows(50, (row) => `<c r="A${row}" s="0"/>`)),
  ),
];
