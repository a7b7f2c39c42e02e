import { describe, expect, it } from 'vitest';
import { parseCsv } from './parse-csv.ts';

const columns = ['code', 'name'];

describe('rows of a CSV text', () => {
  it('carry the number a spreadsheet shows', () => {
    expect(parseCsv('code,name\n1,a\n2,"b,\nc"\n3,d\n', columns)).toEqual({
      status: 'ok',
      rows: [
        { row: 2, cells: { code: '1', name: 'a' } },
        { row: 3, cells: { code: '2', name: 'b,\nc' } },
        { row: 4, cells: { code: '3', name: 'd' } },
      ],
    });
  });

  it('may have their columns in any order, and CRLF', () => {
    expect(parseCsv('name,code\r\na,1\r\n', columns)).toEqual({
      status: 'ok',
      rows: [{ row: 2, cells: { code: '1', name: 'a' } }],
    });
  });
});

describe('a CSV text is refused', () => {
  it.each([
    ['empty', '', 'row 1', 'the file is empty'],
    ['with a row too short', 'code,name\n1\n', 'row 2', 'the row has 1 cells'],
    ['with a row too long', 'code,name\n1,a,b\n', 'row 2', 'the row has 3 cells'],
    ['with a blank row', 'code,name\n1,a\n\n2,b\n', 'row 3', 'the row has 1 cells'],
    ['with a column too many', 'code,name,x\n', 'row 1', 'the column “x” is unknown'],
    ['with a quote inside a cell', 'code,name\n1,a"b\n', 'row 2', 'CSV syntax error'],
  ])('%s', (_, text, place, what) => {
    const read = parseCsv(text, columns);
    const finding = read.status === 'invalid' ? read.findings[0] : undefined;
    expect(finding?.place).toBe(place);
    expect(finding?.what.en).toContain(what);
  });
});
