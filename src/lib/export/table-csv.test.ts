import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unguarded } from './formula-guard.ts';
import type { ExportTable, TableValue } from './table.ts';
import { tableCsv } from './table-csv.ts';

function tableOf(rows: readonly (readonly TableValue[])[]): ExportTable {
  const column = (key: string) => ({
    ...{ key, heading: key, type: 'text' as const, width: 10 },
    field: { name: key, width: 10 },
  });
  return {
    columns: ['a', 'b', 'c'].map(column),
    rows: rows.map((values) => ({ code: '1', geometry: null, values })),
  };
}

const read = (text: string): string[][] => parse(text, { bom: true }).slice(1);

describe('a table as CSV', () => {
  it.each(['131022100243', '0316', '2021-05', '1-2', '3/4', '3.10', '1E5', '12345678e12'])(
    'keeps %s a text for Excel by a tab after it, in quotes',
    (text) => {
      expect(tableCsv(tableOf([[text, '', null]]))).toContain(`"${text}\t",,`);
    },
  );

  it.each(['131022', '2021', '2021-05-10', '某字〔2023〕7号', '2024年度', '9e1e43aa57414af0'])(
    'leaves %s alone',
    (text) => {
      expect(read(tableCsv(tableOf([[text, '', null]])))).toEqual([[text, '', '']]);
    },
  );

  it('leaves numbers alone, however long, below zero too', () => {
    expect(read(tableCsv(tableOf([[123456789012, -1.5, null]])))).toEqual([
      ['123456789012', '-1.5', ''],
    ]);
  });

  it.each(['甲\n=1+1', '甲\r=1+1', '甲\r\n=1+1', '逗号,镇', '"引号"镇'])(
    'puts %j in quotes, so that no row ends within it',
    (text) => {
      const quoted = `"${text.replaceAll('"', '""')}"`;
      expect(tableCsv(tableOf([[text, '', null]]))).toContain(`\r\n${quoted},,\r\n`);
    },
  );

  it('is read back the same but for what guards it, and never begins a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', '1', '＝'),
      }),
    );
    const row = fc.tuple(text, text, text);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const cells = read(tableCsv(tableOf(rows)));
        expect(
          cells.flat().filter((cell) => /^[\s"]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell)),
        ).toEqual([]);
        // The tab after what Excel would change is trimmed with the spaces, as our own import does.
        const plain = (cell: string) => unguarded(cell).trimEnd();
        expect(cells.map((each) => each.map(plain))).toEqual(
          rows.map((each) => each.map((cell) => cell.trimEnd())),
        );
      }),
    );
  });
});
