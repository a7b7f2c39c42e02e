import * as sheetjs from '@e965/xlsx';
import fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openArchive } from './archive.ts';
import { readXlsx } from './read-xlsx.ts';
import { longestText, type CellValue } from '../../export/xlsx/sheet-xml.ts';
import type { Cell } from './workbook.ts';
import { writeWorkbook, type WrittenWorkbook } from '../../export/xlsx/write-workbook.ts';

const column = (heading: string) => ({ heading, width: 12 });

async function sheetsOf(bytes: Uint8Array) {
  const read = await readXlsx(bytes);
  if (read.status === 'refused') throw new Error(`refused: ${read.reason}`);
  return read.workbook.sheets;
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const opened = await openArchive(bytes);
  const part = opened.status === 'opened' ? await opened.archive.open(name) : null;
  return part === null ? '' : (await buffer(part)).toString();
}

const valueOf = (cell: Cell | undefined): CellValue =>
  cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? cell.value : null;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('=', '+', '_x000D_', '\r', '\n', ' ', '村', '<', '&', "'") }),
  fc.constantFrom('__proto__', '131002102226', '000123', '=1+1', '\u0000', '\ud800'),
);
const anyTable = fc.array(fc.array(anyText, { minLength: 3, maxLength: 3 }), { maxLength: 8 });

const tableOf = (rows: readonly (readonly CellValue[])[]): WrittenWorkbook => ({
  sheets: [{ name: '台账', columns: [column('甲'), column('乙'), column('丙')], rows }],
});

describe('A workbook that we write', () => {
  it('is read back the same, whatever its texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (rows) => {
        const [sheet] = await sheetsOf(writeWorkbook(tableOf(rows)));
        const back = rows.map((row, at) => {
          const cells = sheet?.rows.find(({ number }) => number === at + 2)?.cells ?? [];
          return row.map((_, index) => valueOf(cells[index]) ?? '');
        });
        expect(back).toEqual(rows.map((row) => row.map((text) => text.toWellFormed())));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('is read the same by another program, which finds no formula in it', async () => {
    // Characters that SheetJS itself does not read back are left to the test above.
    const plain = fc.string({ unit: fc.constantFrom(...'=+-@村镇0123 ,;"<>&\'\t\n') });
    const tables = fc.array(fc.tuple(plain, plain, fc.integer()), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const book = sheetjs.read(writeWorkbook(tableOf(rows)), { type: 'array' });
        const sheet = book.Sheets['台账'] ?? {};
        rows.forEach((row, at) =>
          row.forEach((value, index) => {
            const cell = sheet[sheetjs.utils.encode_cell({ r: at + 1, c: index })] as
              sheetjs.CellObject | undefined;
            expect(cell?.v ?? '').toBe(value);
            expect(cell?.f).toBeUndefined();
          }),
        );
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('has numbers as numbers and codes as text', async () => {
    const [sheet] = await sheetsOf(writeWorkbook(tableOf([['131002102226', 12.5, null]])));
    expect(sheet?.rows[1]?.cells).toEqual([
      { kind: 'text', text: '131002102226' },
      { kind: 'number', value: 12.5 },
    ]);
  });

  it('cuts a text longer than a cell can be, with a mark', async () => {
    const [sheet] = await sheetsOf(writeWorkbook(tableOf([['村'.repeat(40_000), '', '']])));
    const text = valueOf(sheet?.rows[1]?.cells[0]);
    expect(text).toBe(`${'村'.repeat(longestText - 1)}…`);
  });

  it('is the same bytes for the same content', () => {
    expect(writeWorkbook(tableOf([['村', 1, null]]))).toEqual(
      writeWorkbook(tableOf([['村', 1, null]])),
    );
  });
});

describe('A template', () => {
  const template: WrittenWorkbook = {
    sheets: [
      {
        name: '填报',
        titleRows: ['安次区森林村庄填报表', '每行一个村'],
        columns: [
          { heading: '乡镇', width: 20, choices: { sheet: "名单's", column: 1 } },
          { heading: '面积（亩）', width: 12, format: 'number' },
        ],
        rows: [],
      },
      {
        name: "名单's",
        isHidden: true,
        columns: [column('乡镇')],
        rows: [['落垡镇'], ['码头镇'], ['杨税务镇']],
      },
    ],
    properties: {
      title: '填报表 <安次区>',
      description: '来源 & 日期',
      created: '2026-01-01T00:00:00Z',
    },
  };
  const bytes = writeWorkbook(template);

  it('has its headings below the title, and the list hidden', async () => {
    const sheets = await sheetsOf(bytes);
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['填报', false],
      ["名单's", true],
    ]);
    expect(sheets[0]?.rows.map(({ cells }) => valueOf(cells[0]))).toEqual([
      '安次区森林村庄填报表',
      '每行一个村',
      '乡镇',
    ]);
  });

  it('offers the names of the list, freezes the headings and keeps codes as typed', async () => {
    const xml = await partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('sqref="A4:A10000"');
    expect(xml).toContain("<formula1>'名单''s'!$A$2:$A$4</formula1>");
    expect(xml).toContain('<pane ySplit="3" topLeftCell="A4"');
    expect(xml).toContain('<col min="1" max="1" width="20" customWidth="1" style="1"/>');
    expect(xml).toContain('<col min="2" max="2" width="12" customWidth="1"/>');
    expect(await partOf(bytes, 'docProps/core.xml')).toContain('填报表 &lt;安次区&gt;');
  });

  it('has no list where there is nothing to choose from', async () => {
    const empty = writeWorkbook({
      sheets: [
        {
          name: '填报',
          columns: [{ heading: '乡镇', width: 9, choices: { sheet: '名单', column: 1 } }],
          rows: [],
        },
        { name: '名单', columns: [column('乡镇')], rows: [] },
      ],
    });
    expect(await partOf(empty, 'xl/worksheets/sheet1.xml')).not.toContain('dataValidation');
  });
});
