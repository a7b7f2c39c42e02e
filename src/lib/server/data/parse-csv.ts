import { CsvError, parse } from 'csv-parse/sync';
import { quote, same, say, type Finding } from './fault.ts';

/** A row with its number as a spreadsheet shows it: the header is row 1. */
export interface CsvRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export type CsvResult =
  | { readonly status: 'ok'; readonly rows: readonly CsvRow[] }
  | { readonly status: 'invalid'; readonly findings: readonly Finding[] };

function headerFindings(header: readonly string[], columns: readonly string[]): readonly Finding[] {
  const expected = same(columns.join(','));
  const place = 'row 1';
  if (header.length === 1 && columns.length > 1) {
    const what = say(
      `表头只有一格 ${quote(header[0])}，分隔符可能不是英文逗号`,
      `the header is one cell ${quote(header[0])}: is the separator a comma?`,
    );
    return [{ place, what, expected }];
  }
  const repeated = header.filter((name, index) => header.indexOf(name) !== index);
  return [
    ...repeated.map((name) => ({
      place,
      what: say(`列名 ${quote(name)} 重复`, `the column ${quote(name)} is given twice`),
      expected,
    })),
    ...columns
      .filter((name) => !header.includes(name))
      .map((name) => ({
        place,
        what: say(`缺少列 ${quote(name)}`, `the column ${quote(name)} is missing`),
        expected,
      })),
    ...header
      .filter((name) => !columns.includes(name))
      .map((name) => ({
        place,
        what: say(`多出列 ${quote(name)}`, `the column ${quote(name)} is unknown`),
        expected,
      })),
  ];
}

function parseRecords(text: string): CsvResult | readonly (readonly string[])[] {
  try {
    return parse(text, { relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    const what = say(`CSV 语法错误（${error.code}）`, `CSV syntax error (${error.code})`);
    const expected = say('引号成对的 CSV（RFC 4180）', 'CSV with matching quotes (RFC 4180)');
    return { status: 'invalid', findings: [{ place: `row ${line}`, what, expected }] };
  }
}

/** The rows of a CSV text with exactly these columns, in any order. */
export function parseCsv(text: string, columns: readonly string[]): CsvResult {
  const records = parseRecords(text);
  if ('status' in records) return records;
  const header = records[0] ?? [];
  if (header.length === 0) {
    const what = say('文件是空的', 'the file is empty');
    return {
      status: 'invalid',
      findings: [{ place: 'row 1', what, expected: same(columns.join(',')) }],
    };
  }
  const inHeader = headerFindings(header, columns);
  if (inHeader.length > 0) return { status: 'invalid', findings: inHeader };

  const findings: Finding[] = [];
  const rows: CsvRow[] = [];
  records.slice(1).forEach((record, index) => {
    const row = index + 2;
    if (record.length === header.length) {
      rows.push({
        row,
        cells: Object.fromEntries(header.map((name, column) => [name, record[column] ?? ''])),
      });
      return;
    }
    findings.push({
      place: `row ${row}`,
      what: say(`这一行有 ${record.length} 格`, `the row has ${record.length} cells`),
      expected: say(`${header.length} 格`, `${header.length} cells`),
    });
  });
  return findings.length > 0 ? { status: 'invalid', findings } : { status: 'ok', rows };
}
