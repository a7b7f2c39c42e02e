/**
 * Ledgers as counties send them, for tests: real bytes of .xlsx and .csv, each line with what a careful
 * person would make of it. Names are of `divisions.csv`; that anybody named these units is invented.
 */
import * as sheetjs from '@e965/xlsx';
import type { LedgerRow, RowChoices } from '../../domain/ledger.ts';
import { readBytes } from '../spreadsheet/read-bytes.ts';
import { villageContext } from './ledger-fixture.ts';
import type { LedgerContext } from './preview.ts';
import { previewLedger } from './preview-ledger.ts';

export type SentCell = string | number | Date | null;

/** The cells from column A, and what the line comes to (`verdictOf`); nothing: it names no unit. */
export type SentLine = readonly [cells: readonly SentCell[], ...comesTo: readonly string[]];

export interface SentSheet {
  readonly name?: string;
  readonly lines: readonly SentLine[];
  /** As Excel writes them: `B2:B5`. */
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
  /** Numbers of rows, letters of columns. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
}

const usualName = '名单';

/** The bytes of a workbook as another program writes it. */
export function sentXlsx(sheets: readonly SentSheet[], is1904 = false): Uint8Array {
  const book = sheetjs.utils.book_new();
  for (const [at, sent] of sheets.entries()) {
    const cells = sent.lines.map(([line]) => [...line]);
    const sheet = sheetjs.utils.aoa_to_sheet(cells, { cellDates: true, UTC: true });
    sheet['!merges'] = (sent.merges ?? []).map((area) => sheetjs.utils.decode_range(area));
    const rows: { hidden: boolean }[] = [];
    for (const number of sent.hiddenRows ?? []) rows[number - 1] = { hidden: true };
    sheet['!rows'] = rows;
    const columns: { hidden: boolean }[] = [];
    for (const letter of sent.hiddenColumns ?? []) {
      columns[sheetjs.utils.decode_col(letter)] = { hidden: true };
    }
    sheet['!cols'] = columns;
    sheetjs.utils.book_append_sheet(book, sheet, sent.name ?? `${usualName}${at === 0 ? '' : at}`);
  }
  book.Workbook = {
    WBProps: { date1904: is1904 },
    Sheets: sheets.map(({ isHidden = false }) => ({ Hidden: isHidden ? 1 : 0 })),
  };
  const bytes: unknown = sheetjs.write(book, { type: 'array', bookType: 'xlsx', cellDates: false });
  return new Uint8Array(bytes as ArrayBuffer);
}

/** The text of a table as a spreadsheet saves it: quotes where a cell needs them. */
export function sentText(lines: readonly SentLine[], separator = ',', newline = '\r\n'): string {
  const quoted = (cell: SentCell): string => {
    const text = cell === null ? '' : String(cell);
    const isPlain = !text.includes(separator) && !/["\r\n]/.test(text);
    return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
  };
  return lines.map(([cells]) => cells.map(quoted).join(separator) + newline).join('');
}

/** `new 131082103243 2023`, `doubt unknown-name > 131082103243`, `wrong twice`; remarks in brackets. */
export function verdictOf({ verdict, unit, faults, candidates, change }: LedgerRow): string {
  const codes = faults.map(({ code }) => code).join(' ');
  if (verdict === 'wrong') return `wrong ${codes}`;
  if (verdict === 'doubt') return `doubt ${codes} > ${candidates[0]?.code ?? ''}`;
  const when = change && change.kind !== 'retraction' ? ` ${change.effective}` : '';
  return `${verdict} ${unit}${when}${codes === '' ? '' : ` (${codes})`}`;
}

/** What the preview makes of the bytes: all rows, or why there are none. */
export async function received(
  bytes: Uint8Array,
  name = '台账.xlsx',
  context: Partial<LedgerContext> = {},
  choices: RowChoices = {},
) {
  const read = await readBytes(bytes, name);
  if (read.status === 'refused') return { ...read, rows: [] };
  const reading = previewLedger(read.workbook, { ...villageContext, ...context }, choices);
  return reading.status === 'refused'
    ? { ...reading, rows: [] }
    : { status: 'preview', ...reading.preview };
}

/** Every row that is not left out, by sheet and number; a row left out is none. */
export function accountOf(rows: readonly LedgerRow[]): readonly string[] {
  return rows
    .filter(({ verdict }) => verdict !== 'left-out')
    .map((row) => `${row.sheet}!${row.number} ${verdictOf(row)}`)
    .toSorted();
}

/** The same of the lines as they should be. */
export function accountOfLines(sheets: readonly SentSheet[]): readonly string[] {
  return sheets
    .flatMap(({ lines, name }, sheetAt) =>
      lines.flatMap(([, ...comesTo], at) =>
        comesTo.map(
          (said) => `${name ?? `${usualName}${sheetAt === 0 ? '' : sheetAt}`}!${at + 1} ${said}`,
        ),
      ),
    )
    .toSorted();
}
