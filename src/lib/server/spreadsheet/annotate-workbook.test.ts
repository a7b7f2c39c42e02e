import fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { annotateBytes, type SheetNotes } from './annotate-bytes.ts';
import { annotateSheetXml } from './annotate-sheet-xml.ts';
import { annotateWorkbook } from './annotate-workbook.ts';
import { openArchive } from './archive.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Cell } from './workbook.ts';
import { writeWorkbook } from '../../export/xlsx/write-workbook.ts';

const ledger = writeWorkbook({
  sheets: [
    {
      name: '台账',
      columns: ['县', '村'].map((heading) => ({ heading, width: 12 })),
      rows: [['安次区', '张场村'], ['安次区'], ['广阳区', '桃园村']],
    },
    { name: '说明', columns: [{ heading: '说明', width: 12 }], rows: [] },
  ],
});

const notes: readonly SheetNotes[] = [
  {
    sheet: '台账',
    headerRow: 1,
    notes: [
      { row: 2, text: '名称 <有误> & 待核' },
      { row: 4, text: '县名不符' },
      { row: 4, text: '代码缺失' },
    ],
  },
];

const textOf = (cell: Cell | undefined): string | null =>
  cell?.kind === 'text' ? cell.text : null;

async function columnsOf(
  bytes: Uint8Array,
  sheet: string,
): Promise<readonly (readonly (string | null)[])[]> {
  const read = await readXlsx(bytes);
  if (read.status === 'refused') throw new Error(read.reason);
  const rows = read.workbook.sheets.find(({ name }) => name === sheet)?.rows ?? [];
  return rows.map(({ cells }) => cells.map(textOf));
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await readXlsx(bytes);
  return read.status === 'refused' ? [] : read.workbook.sheets.map(({ name }) => name);
}

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const opened = await openArchive(bytes);
  if (opened.status === 'refused') throw new Error(opened.reason);
  const parts = new Map<string, string>();
  for (const name of opened.archive.names) {
    const part = await opened.archive.open(name);
    parts.set(name, part === null ? '' : (await buffer(part)).toString('base64'));
  }
  return parts;
}

async function annotated(...task: Parameters<typeof annotateWorkbook>): Promise<Uint8Array> {
  const [source, name, sheets, heading] = task;
  const result = await annotateBytes({ source, name, sheets, heading });
  if (result.status === 'refused') throw new Error(result.reason);
  return result.bytes;
}

const marked = [
  ['县', '村', '错误'],
  ['安次区', '张场村', '名称 <有误> & 待核'],
  ['安次区'],
  ['广阳区', '桃园村', '县名不符\n代码缺失'],
];

describe('A workbook with its faults beside the rows', () => {
  it('has one more column, and everything else byte for byte as it was', async () => {
    const bytes = await annotated(ledger, '台账.xlsx', notes, '错误');
    expect(await columnsOf(bytes, '台账')).toEqual(marked);
    const [before, after] = [await partsOf(ledger), await partsOf(bytes)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...after].filter(([name, content]) => before.get(name) !== content);
    expect(changed.map(([name]) => name)).toEqual(['xl/worksheets/sheet1.xml']);
  });

  it('is marked again in the same column, without the old faults', async () => {
    const once = await annotated(ledger, '台账.xlsx', notes, '错误');
    const mended = [{ sheet: '台账', headerRow: 1, notes: [{ row: 3, text: '缺村名' }] }];
    const twice = await annotated(once, '台账.xlsx', mended, '错误');
    expect(await columnsOf(twice, '台账')).toEqual([
      ['县', '村', '错误'],
      ['安次区', '张场村'],
      ['安次区', null, '缺村名'],
      ['广阳区', '桃园村'],
    ]);
  });

  it('without headings says in each note what it is, and is marked again in the same column', async () => {
    const of = (row: number, text: string) => [
      { sheet: '台账', headerRow: 0, notes: [{ row, text }] },
    ];
    const text = Buffer.from('张场村,2023\n桃园村,2023\n');
    const once = await annotated(text, '台账.csv', of(2, '没有这个村'), '错误');
    const [sheet = ''] = await sheetsOf(once);
    expect(await columnsOf(once, sheet)).toEqual([
      ['张场村', '2023'],
      ['桃园村', '2023', '错误：没有这个村'],
    ]);
    const again = of(1, '相近的有两个').map((each) => ({ ...each, sheet }));
    const twice = await annotated(once, '台账.xlsx', again, '错误');
    expect(await columnsOf(twice, sheet)).toEqual([
      ['张场村', '2023', '错误：相近的有两个'],
      ['桃园村', '2023'],
    ]);
  });

  it('is made in a process of its own', async () => {
    const result = await annotateWorkbook(ledger, '台账.xlsx', notes, '错误');
    expect(result.status).toBe('annotated');
    if (result.status === 'annotated')
      expect(await columnsOf(result.bytes, '台账')).toEqual(marked);
  });

  it('is refused as reading it is', async () => {
    const result = await annotateWorkbook(Buffer.from('%PDF-1.7'), 'x.xlsx', notes, '错误');
    expect(result).toEqual({ status: 'refused', reason: 'not-a-table' });
  });

  it('comes from a text file or a paste with the rows where they stood', async () => {
    const text = '县,村\n安次区,张场村\n\n=1+1,桃园村\n';
    const own = [{ sheet: '台账', headerRow: 1, notes: [{ row: 4, text: '县名不符' }] }];
    const rows = [
      ['县', '村', '错误'],
      ['安次区', '张场村'],
      ['=1+1', '桃园村', '县名不符'],
    ];
    const fromFile = await annotated(Buffer.from(text), '台账.csv', own, '错误');
    expect(await columnsOf(fromFile, '台账')).toEqual(rows);
    const pasted = [{ ...own[0], sheet: '', headerRow: 1, notes: own[0]?.notes ?? [] }];
    const fromPaste = await annotated(text, '', pasted, '错误');
    expect(await columnsOf(fromPaste, 'Sheet')).toEqual(rows);
  });
});

describe('The XML of a sheet', () => {
  it('takes a note whatever shape its rows have', () => {
    const xml =
      '<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:dimension ref="A1:B2"/><x:sheetData><x:row r="1" spans="1:2"><x:c r="A1"/><x:c r="E1" s="2"/></x:row><x:row r="2"/><x:row><x:c><x:v>1</x:v></x:c><x:c r="C3" s="4"/></x:row></x:sheetData></x:worksheet>';
    const notesByRow = new Map([
      [1, '一'],
      [2, '二'],
      [3, '三'],
    ]);
    const cell = (place: string, text: string): string =>
      `<x:c r="${place}" t="inlineStr"><x:is><x:t xml:space="preserve">${text}</x:t></x:is></x:c>`;
    expect(annotateSheetXml(xml, 3, 1, notesByRow)).toBe(
      `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:dimension ref="A1:C2"/><x:sheetData><x:row r="1"><x:c r="A1"/>${cell('C1', '一')}<x:c r="E1" s="2"/></x:row><x:row r="2">${cell('C2', '二')}</x:row><x:row><x:c><x:v>1</x:v></x:c>${cell('C3', '三')}</x:row></x:sheetData></x:worksheet>`,
    );
  });

  it('without notes stays as it is', async () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (texts) => {
        const columns = [
          { heading: '甲', width: 9 },
          { heading: '乙', width: 9 },
        ];
        const bytes = writeWorkbook({ sheets: [{ name: '表', columns, rows: texts }] });
        const same = await annotated(
          bytes,
          '',
          [{ sheet: '表', headerRow: null, notes: [] }],
          '错误',
        );
        expect(await partsOf(same)).toEqual(await partsOf(bytes));
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
