/** Tables of text in every encoding and state, and files that are no table. */
import iconv from 'iconv-lite';
import {
  empty,
  large,
  refused,
  text,
  type BadSpreadsheet,
  type ExpectedSheet,
} from './spreadsheet-file.ts';

const table = '县（市、区）,乡镇,村\r\n安次区,落垡镇,张场村\r\n安次区,"码头,镇","他说""好"""\r\n';
const found: readonly ExpectedSheet[] = [
  {
    rows: 3,
    cells: {
      A1: text('县（市、区）'),
      C2: text('张场村'),
      B3: text('码头,镇'),
      C3: text('他说"好"'),
    },
  },
];

const reads = (
  name: string,
  says: string,
  encoding: string,
  read: readonly ExpectedSheet[],
  make: () => Uint8Array,
): BadSpreadsheet => ({
  name,
  says,
  make,
  expect: { read, encoding },
});

const utf8 = (of: string): Buffer => Buffer.from(of);
const gbk = (of: string): Buffer => iconv.encode(of, 'gb18030');
const utf16le = (of: string): Buffer => Buffer.from(of, 'utf16le');
const utf16be = (of: string): Buffer => Buffer.from(of, 'utf16le').swap16();

/** A compound file with one stream of this name in its directory. */
const compound = (stream: string): Buffer => {
  const file = Buffer.alloc(2_048);
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.write(stream, 1_024, 'utf16le');
  return file;
};

export const oddTexts: readonly BadSpreadsheet[] = [
  reads('utf-8.csv', 'UTF-8', 'utf-8', found, () => utf8(table)),
  reads('utf-8-bom.csv', 'UTF-8，带 BOM', 'utf-8', found, () => utf8(`\ufeff${table}`)),
  reads('gbk.csv', 'GBK（中文 Excel 另存的 CSV）', 'gb18030', found, () => gbk(table)),
  reads(
    'gb18030-four-bytes.csv',
    'GB 18030 的四字节字',
    'gb18030',
    [{ cells: { A2: text('㐂村𠮷庄') } }],
    () => gbk('村名,乡镇\n㐂村𠮷庄,落垡镇\n'),
  ),
  reads('utf-16le-bom.txt', 'UTF-16 LE，带 BOM（Excel 的 Unicode 文本）', 'utf-16le', found, () =>
    utf16le(`\ufeff${table.replaceAll(',', '\t').replace('码头\t镇', '码头,镇')}`),
  ),
  reads('utf-16be-bom.txt', 'UTF-16 BE，带 BOM', 'utf-16be', found, () =>
    utf16be(`\ufeff${table}`),
  ),
  reads('utf-16le.csv', 'UTF-16 LE，没有 BOM', 'utf-16le', found, () => utf16le(table)),
  reads('utf-16be.csv', 'UTF-16 BE，没有 BOM', 'utf-16be', found, () => utf16be(table)),
  reads(
    'semicolons.csv',
    '分号分隔',
    'utf-8',
    [{ cells: { B2: text('落垡镇'), C2: text('1,5') } }],
    () => utf8('县;乡镇;面积\n安次区;落垡镇;1,5\n安次区;码头镇;2\n'),
  ),
  reads(
    'tabs.csv',
    '制表符分隔，名为 .csv',
    'utf-8',
    [{ cells: { B1: text('乡镇'), C2: text('a,b') } }],
    () => utf8('县\t乡镇\t备注\n安次区\t落垡镇\ta,b\n'),
  ),
  reads(
    'separator-told.csv',
    '首行写明 sep=;',
    'utf-8',
    [{ cells: { A1: text('县,市'), B1: text('乡镇') } }],
    () => utf8('sep=;\r\n县,市;乡镇\r\n'),
  ),
  reads(
    'line-break-in-a-cell.csv',
    '单元格内换行',
    'utf-8',
    [{ rows: 2, cells: { A2: text('张场村\n（原名）'), B2: text('落垡镇') } }],
    () => utf8('村,乡镇\n"张场村\n（原名）",落垡镇\n'),
  ),
  reads(
    'blank-lines.csv',
    '空行和只有逗号的行',
    'utf-8',
    [{ rows: 2, cells: { A4: text('桃园村') } }],
    () => utf8('村,乡镇\n\n,,,,\n桃园村,落垡镇\n'),
  ),
  reads(
    'ragged.csv',
    '各行列数不一',
    'utf-8',
    [{ cells: { A1: text('村'), D2: text('丁'), B3: empty } }],
    () => utf8('村,乡镇\n甲,乙,丙,丁\n戊\n'),
  ),
  reads(
    'old-mac-line-ends.csv',
    '只用回车换行',
    'utf-8',
    [{ rows: 2, cells: { A2: text('桃园村') } }],
    () => utf8('村,乡镇\r桃园村,落垡镇\r'),
  ),
  reads(
    'formulas.csv',
    '以 = 开头的文字',
    'utf-8',
    [{ cells: { A2: text('=1+1'), B2: text('="0012"') } }],
    () => utf8('甲,乙\n=1+1,="0012"\n'),
  ),
  refused('lone-surrogate.txt', 'UTF-16 中有半个字', 'unknown-encoding', () =>
    utf16le('\ufeff村\t镇\na\ud83db\tc\n'),
  ),
  reads('only-a-header.csv', '只有表头', 'utf-8', [{ rows: 1 }], () => utf8('县,乡镇,村\n')),
  reads('no-header.csv', '没有表头', 'utf-8', [{ rows: 1, cells: { C1: text('张场村') } }], () =>
    utf8('安次区,落垡镇,张场村\n'),
  ),
  reads('one-cell.csv', '只有一个字', 'utf-8', [{ rows: 1, cells: { A1: text('村') } }], () =>
    utf8('村'),
  ),
  refused('mixed-encodings.csv', '前半 UTF-8、后半 GBK', 'unknown-encoding', () =>
    Buffer.concat([utf8('村,乡镇\n张场村,落垡镇\n'), gbk('桃园村,杨税务镇\n')]),
  ),
  refused('bad-utf-8.csv', '带 BOM 却有不合 UTF-8 的字节', 'unknown-encoding', () =>
    Buffer.concat([utf8('\ufeff村,乡镇\n'), Buffer.from([0xb4, 0xe5])]),
  ),
  refused('latin-1.csv', '西欧编码', 'unknown-encoding', () =>
    Buffer.from('caf\xe9;na\xefve\n\xe9t\xe9;\xe0\n', 'latin1'),
  ),
  refused('odd-utf-16.txt', 'UTF-16 少一个字节', 'unknown-encoding', () =>
    utf16le(`\ufeff${table}`).subarray(0, -1),
  ),
  refused('nul-bytes.csv', '文字中有 NUL', 'not-a-table', () =>
    utf8('村\0,乡镇\n张\0场村,落垡镇\n'),
  ),
  refused('random-bytes.csv', '杂乱字节', 'not-a-table', () =>
    Buffer.from(Array.from({ length: 4_096 }, (_, at) => (at * at * 31 + at * 7) % 256)),
  ),
  refused('open-quote.csv', '引号没有结束', 'damaged', () =>
    utf8('村,乡镇\n"张场村,落垡镇\n桃园村,杨税务镇\n'),
  ),
  refused('empty.csv', '空文件', 'empty', () => Buffer.alloc(0)),
  refused('only-spaces.csv', '只有空格和换行', 'empty', () => utf8(' \r\n\t\r\n')),
  refused('only-a-bom.csv', '只有 BOM', 'empty', () => utf8('\ufeff')),
  refused('only-commas.csv', '只有逗号', 'no-rows', () => utf8(',,,\n,,,\n')),
  refused('commas.csv', '十万个逗号', 'too-many-columns', () => utf8(','.repeat(100_000))),
  refused('two-hundred-and-one-columns.csv', '二百零一列', 'too-many-columns', () =>
    utf8(`${Array.from({ length: 201 }, (_, at) => at).join(',')}\n`),
  ),
  large(
    refused('hundred-thousand-lines.csv', '十万零一行', 'too-many-rows', () =>
      utf8('村\n'.repeat(100_001)),
    ),
  ),
  large(
    refused('blank-million.csv', '一百万个空行', 'too-many-rows', () =>
      utf8(`村${'\n'.repeat(1_000_000)}镇`),
    ),
  ),
  {
    ...refused('too-large.csv', '21 MB', 'too-large', () => Buffer.alloc(21_000_000, 'a,b\n')),
    isLarge: true,
  },
  refused('page.xls', '网页改名为 .xls（许多系统的“导出 Excel”）', 'html', () =>
    utf8(
      '\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>村</td></tr></table></html>',
    ),
  ),
  refused('page-utf-16.xls', 'UTF-16 的网页', 'html', () =>
    utf16le('\ufeff<!DOCTYPE html><table></table>'),
  ),
  refused('spreadsheet-2003.xml', 'Excel 2003 XML 表格', 'html', () =>
    utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
  ),
  refused('web-archive.xls', '单个文件网页（.mht）', 'html', () =>
    utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n'),
  ),
  refused('old.xlsx', 'Excel 97–2003 的 .xls 改名为 .xlsx', 'old-xls', () => compound('Workbook')),
  refused('password.xlsx', '用密码加密的工作簿', 'password', () => compound('EncryptedPackage')),
  refused('old-word.xls', '旧版 Word 文档改名为 .xls', 'not-a-table', () =>
    compound('WordDocument'),
  ),
  refused('picture.xlsx', 'PNG 图片改名为 .xlsx', 'not-a-table', () =>
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  ),
  refused('document.csv', 'PDF 改名为 .csv', 'not-a-table', () => utf8('%PDF-1.7\n1 0 obj\n')),
  refused('program.csv', '程序改名为 .csv', 'not-a-table', () =>
    Buffer.from('4d5a900003000000', 'hex'),
  ),
  refused('archive.csv', 'gzip 改名为 .csv', 'not-a-table', () => Buffer.from('1f8b0800', 'hex')),
];
