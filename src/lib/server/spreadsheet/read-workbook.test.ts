import * as sheetjs from '@e965/xlsx';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { readPaste, readWorkbook } from './read-workbook.ts';
import type { Cell, ReadWorkbook } from './workbook.ts';
import { writeWorkbook } from '../../export/xlsx/write-workbook.ts';

const cellsOf = (read: ReadWorkbook): readonly (readonly Cell[])[] =>
  read.status === 'refused' ? [] : (read.workbook.sheets[0]?.rows.map(({ cells }) => cells) ?? []);

describe('Reading in a process of its own', () => {
  it('hands over 20,000 rows without holding up this one', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [
      '安次区',
      `落垡镇${at % 7}`,
      `张场村${at}`,
      at,
      `131002102${at}`,
      '廊创森办〔2025〕1号',
      '2025年',
      null,
    ]);
    const columns = '县乡村序码文年注'.split('').map((heading) => ({ heading, width: 12 }));
    const bytes = writeWorkbook({ sheets: [{ name: '台账', columns, rows }] });
    const phases: string[] = [];
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const read = await readWorkbook(bytes, '台账.xlsx', (phase) => phases.push(phase));
    delay.disable();
    expect(phases).toEqual(['waiting', 'reading', 'unpacking']);
    const cells = cellsOf(read);
    expect(cells).toHaveLength(20_001);
    expect(cells[20_000]?.slice(2, 4)).toEqual([
      { kind: 'text', text: '张场村19999' },
      { kind: 'number', value: 19_999 },
    ]);
    // In milliseconds; the middle of the pack, for another program may take this processor at any moment.
    expect(delay.percentile(95) / 1e6).toBeLessThan(50);
  }, 30_000);

  it('reads what another program writes', async () => {
    const book = sheetjs.utils.book_new();
    const sheet = sheetjs.utils.aoa_to_sheet(
      [
        ['县', '日期', '数', '是'],
        ['安次区', new Date(Date.UTC(2025, 2, 12)), 1.5, true],
        [' 广阳区 ', null, -3, false],
      ],
      { UTC: true },
    );
    sheetjs.utils.book_append_sheet(book, sheet, '台账');
    const bytes = sheetjs.write(book, {
      type: 'buffer',
      bookType: 'xlsx',
      cellDates: false,
    }) as Buffer;
    expect(cellsOf(await readWorkbook(bytes, 'x')).slice(1)).toEqual([
      [
        { kind: 'text', text: '安次区' },
        { kind: 'date', day: '2025-03-12' },
        { kind: 'number', value: 1.5 },
        { kind: 'boolean', value: true },
      ],
      [
        { kind: 'text', text: ' 广阳区 ' },
        { kind: 'empty' },
        { kind: 'number', value: -3 },
        { kind: 'boolean', value: false },
      ],
    ]);
  });

  it('goes by what is in the file, not by its name', async () => {
    const workbook = writeWorkbook({
      sheets: [{ name: '表', columns: [{ heading: '村', width: 9 }], rows: [] }],
    });
    expect(await readWorkbook(workbook, '台账.csv')).toMatchObject({ workbook: { kind: 'xlsx' } });
    expect(await readWorkbook(Buffer.from('村,镇\n'), '廊坊.2025.xlsx')).toMatchObject({
      workbook: { kind: 'csv', sheets: [{ name: '廊坊.2025' }] },
    });
  });

  it('reads a pasted block, and refuses one that nobody selected', async () => {
    expect(cellsOf(await readPaste('甲\t乙'))).toEqual([
      [
        { kind: 'text', text: '甲' },
        { kind: 'text', text: '乙' },
      ],
    ]);
    expect(await readPaste('村'.repeat(5_000_001))).toEqual({
      status: 'refused',
      reason: 'too-large',
      values: { thousands: '5001', limit: '5000' },
    });
  });
});
