/** Zips that are bombs, broken, or no workbooks. */
import { rawWorkbook, sheet, textRow, workbookParts } from './raw-workbook.ts';
import { rawZip } from './raw-zip.ts';
import { large, refused, type BadSpreadsheet } from './spreadsheet-file.ts';

const header = ['序号', '县（市、区）', '乡镇', '村'];
const small = { sheets: [{ name: '台账', xml: sheet(textRow(1, header)) }] };
const whole = (): Buffer => rawWorkbook(small);
const megabyte = 1_000_000;
const blank = (megabytes: number): Buffer => Buffer.alloc(megabytes * megabyte, 0x20);
const sheetPart = 'xl/worksheets/sheet1.xml';

/** A sheet of blanks: `<worksheet>`, then nothing for many megabytes. */
const bombSheet = (megabytes: number): Buffer =>
  Buffer.concat([
    Buffer.from(sheet('').replace('</worksheet>', '')),
    blank(megabytes),
    Buffer.from('</worksheet>'),
  ]);

const entity = (declared: string): string =>
  sheet(textRow(1, ['&a;'])).replace('?>', `?><!DOCTYPE worksheet [${declared}]>`);

/** Each entity ten of the one before: a thousand million characters. */
const laughs = Array.from({ length: 9 }, (_, at) => {
  const before = at === 0 ? '哈' : `&a${at - 1};`;
  return `<!ENTITY a${at === 8 ? '' : at} "${before.repeat(10)}">`;
}).join('');

const damagedSharedText = (index: string): Buffer =>
  rawWorkbook({
    sheets: [{ name: '台账', xml: sheet(`<row r="1"><c r="A1" t="s"><v>${index}</v></c></row>`) }],
    sharedTexts: ['<t>村</t>'],
  });

export const badZips: readonly BadSpreadsheet[] = [
  large(
    refused(
      'bomb-300-mb.xlsx',
      '一张表解压后 300 MB，压缩包如实标明大小',
      'unpacks-too-large',
      () => rawWorkbook(small, { [sheetPart]: bombSheet(300) }),
    ),
  ),
  large(
    refused('bomb-lying-size.xlsx', '解压后 300 MB，压缩包却说只有 1 kB', 'unpacks-too-large', () =>
      rawZip(
        workbookParts(small, { [sheetPart]: bombSheet(300) }).map((part) =>
          part.name === sheetPart ? { ...part, statedSize: 1_000 } : part,
        ),
      ),
    ),
  ),
  large(
    refused('bomb-many-parts.xlsx', '九百个部件，每个 1 MB', 'unpacks-too-large', () =>
      rawZip([
        ...workbookParts(small),
        ...Array.from({ length: 900 }, (_, at) => ({
          name: `xl/media/${at}.png`,
          bytes: blank(1),
        })),
      ]),
    ),
  ),
  refused('bomb-overlapping.xlsx', '八百个目录项指向同一段数据', 'unpacks-too-large', () =>
    rawZip([{ name: '[Content_Types].xml', bytes: blank(1) }], 800),
  ),
  large(
    refused(
      'bomb-shared-text.xlsx',
      '一段 32767 字的文字被 20000 个单元格重复使用',
      'unpacks-too-large',
      () =>
        rawWorkbook({
          sheets: [
            {
              name: '台账',
              xml: sheet(
                Array.from(
                  { length: 20_000 },
                  (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
                ).join(''),
              ),
            },
          ],
          sharedTexts: [`<t>${'村'.repeat(32_767)}</t>`],
        }),
    ),
  ),
  large(
    refused('ten-thousand-entries.xlsx', '一万个部件', 'too-many-parts', () =>
      rawZip([
        ...workbookParts(small),
        ...Array.from({ length: 10_000 }, (_, at) => ({
          name: `xl/x${at}.xml`,
          bytes: Buffer.from('<x/>'),
        })),
      ]),
    ),
  ),
  refused('xxe.xlsx', '外部实体，要读取服务器上的文件', 'entities', () =>
    rawWorkbook(small, { [sheetPart]: entity('<!ENTITY a SYSTEM "file:///etc/passwd">') }),
  ),
  refused('billion-laughs.xlsx', '层层嵌套的实体', 'entities', () =>
    rawWorkbook(small, { [sheetPart]: entity(laughs) }),
  ),
  refused('entities-in-utf16.xlsx', '用 UTF-16 写的外部实体', 'entities', () =>
    rawWorkbook(small, {
      'xl/styles.xml': Buffer.from(
        `\ufeff${entity('<!ENTITY a SYSTEM "http://192.0.2.1/">').replace('UTF-8', 'UTF-16')}`,
        'utf16le',
      ),
    }),
  ),
  refused('doctype-in-an-unused-part.xlsx', '不使用的部件中声明了文档类型', 'entities', () =>
    rawWorkbook(small, { 'docProps/app.xml': '<?xml version="1.0"?><!DOCTYPE x><x/>' }),
  ),
  refused('macros.xlsx', '含宏（vbaProject.bin）而改名为 .xlsx', 'macros', () =>
    rawWorkbook(small, { 'xl/vbaProject.bin': Buffer.from('Attribute VB_Name') }),
  ),
  refused('macro-sheet.xlsx', '含 Excel 4.0 宏表', 'macros', () =>
    rawWorkbook(small, { 'xl/macrosheets/sheet1.xml': sheet('') }),
  ),
  refused('zip-password.xlsx', '压缩包本身加了密码', 'password', () =>
    rawZip(workbookParts(small).map((part) => ({ ...part, isEncrypted: true }))),
  ),
  refused('truncated.xlsx', '文件传到一半', 'damaged', () =>
    whole().subarray(0, whole().length >> 1),
  ),
  refused('truncated-at-the-end.xlsx', '缺最后一个字节', 'damaged', () => whole().subarray(0, -1)),
  refused('wrong-checksum.xlsx', '校验和不符', 'damaged', () =>
    rawZip(workbookParts(small).map((part) => ({ ...part, statedChecksum: 1 }))),
  ),
  refused('not-deflated.xlsx', '数据不是压缩数据', 'damaged', () => {
    const bytes = Buffer.from(whole());
    const at = bytes.indexOf('[Content_Types].xml') + '[Content_Types].xml'.length;
    return bytes.fill(0xff, at, at + 60);
  }),
  refused('empty-zip.xlsx', '空的压缩包', 'damaged', () => rawZip([])),
  refused('path-out-of-the-zip.xlsx', '部件名指向压缩包之外', 'damaged', () =>
    rawZip([...workbookParts(small), { name: '../../etc/cron.d/x', bytes: Buffer.from('x') }]),
  ),
  refused('two-parts-of-one-name.xlsx', '两个部件同名', 'damaged', () =>
    rawZip([...workbookParts(small), ...workbookParts(small).slice(2, 3)]),
  ),
  refused('no-workbook-part.xlsx', '缺 workbook.xml', 'damaged', () =>
    rawWorkbook(small, { 'xl/workbook.xml': null }),
  ),
  refused('no-sheet-part.xlsx', '缺工作表部件', 'damaged', () =>
    rawWorkbook(small, { [sheetPart]: null }),
  ),
  refused('no-relations.xlsx', '缺关系部件', 'damaged', () =>
    rawWorkbook(small, { '_rels/.rels': null }),
  ),
  refused('xml-cut-off.xlsx', '工作表的 XML 没有结束', 'damaged', () =>
    rawWorkbook(small, { [sheetPart]: sheet(textRow(1, header)).slice(0, -40) }),
  ),
  refused('bad-utf8-in-xml.xlsx', '工作表的 XML 中有不合 UTF-8 的字节', 'damaged', () =>
    rawWorkbook(small, {
      [sheetPart]: Buffer.from(sheet(textRow(1, ['\xb4\xe5'])), 'latin1'),
    }),
  ),
  refused('deep-nesting.xlsx', '五千层嵌套的 XML', 'damaged', () =>
    rawWorkbook(small, { [sheetPart]: sheet('<x>'.repeat(5_000) + '</x>'.repeat(5_000)) }),
  ),
  refused('ten-thousand-attributes.xlsx', '一个标签有一万个属性', 'damaged', () =>
    rawWorkbook(small, {
      [sheetPart]: sheet(
        `<row ${Array.from({ length: 10_000 }, (_, at) => `a${at}="1"`).join(' ')}></row>`,
      ),
    }),
  ),
  refused('shared-text-out-of-range.xlsx', '引用不存在的共享文字', 'damaged', () =>
    damagedSharedText('99'),
  ),
  refused('shared-text-negative.xlsx', '引用负号的共享文字', 'damaged', () =>
    damagedSharedText('-1'),
  ),
  refused('shared-text-prototype.xlsx', '引用名为 __proto__ 的共享文字', 'damaged', () =>
    damagedSharedText('__proto__'),
  ),
  refused('zip-of-pictures.xlsx', '照片压缩包改名为 .xlsx', 'not-a-table', () =>
    rawZip([{ name: '照片/村口.jpg', bytes: Buffer.from([0xff, 0xd8, 0xff]) }]),
  ),
  refused('word-document.xlsx', 'Word 文档改名为 .xlsx', 'not-a-table', () =>
    rawZip([{ name: 'word/document.xml', bytes: Buffer.from('<document/>') }]),
  ),
  refused('open-document.xlsx', '.ods 表格改名为 .xlsx', 'other-workbook', () =>
    rawZip([
      {
        name: 'mimetype',
        bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
        isStored: true,
      },
      { name: 'content.xml', bytes: Buffer.from('<office/>') },
    ]),
  ),
  refused('binary-workbook.xlsx', '.xlsb 改名为 .xlsx', 'other-workbook', () =>
    rawWorkbook(small, { 'xl/workbook.xml': null, 'xl/workbook.bin': Buffer.from([0x83, 1]) }),
  ),
];
