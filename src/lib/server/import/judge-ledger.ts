/**
 * Reads a ledger and matches it with the facts, as its process does. What it answers is small, or bytes
 * that are looked into a page at a time: the server is not held up by 20,000 rows.
 */
import { createHash } from 'node:crypto';
import type { Day } from '../../domain/date.ts';
import type { LedgerPreview, LedgerRow } from '../../domain/ledger.ts';
import { effectOf } from '../../domain/review.ts';
import type { Change } from '../../domain/submission.ts';
import { readBytes } from '../spreadsheet/read-bytes.ts';
import { readPasted } from '../spreadsheet/read-delimited.ts';
import {
  rowLists,
  rowsOfPage,
  type JudgedLedger,
  type LedgerChoices,
  type LedgerRefused,
  type RowList,
  type SentLedger,
} from './imports.ts';
import type { LedgerContext } from './preview.ts';
import { previewLedger } from './preview-ledger.ts';

export interface LedgerTask extends SentLedger {
  readonly choices: LedgerChoices;
  readonly data: LedgerContext['data'];
  readonly today: Day;
}

export async function judgeLedger(task: LedgerTask): Promise<JudgedLedger | LedgerRefused> {
  const { name, kind, bytes, track, division, data, today } = task;
  const { rows: chosen, ...defaults } = task.choices;
  const read =
    kind === 'paste' ? readPasted(new TextDecoder().decode(bytes)) : await readBytes(bytes, name);
  if (read.status === 'refused') return { ...read, values: read.values ?? {} };
  const reading = previewLedger(read.workbook, { data, track, division, today, defaults }, chosen);
  if (reading.status === 'refused') return reading;
  const { sheets, document, counts, rows } = reading.preview;
  const changes = rows.flatMap(({ change }) => (change ? [change] : []));
  const proposal = { changes, reporting: [] };
  const { targets } = effectOf(data, { id: '', division, proposal }, today);
  const isChosen = ({ sheet, number }: LedgerRow) => Object.hasOwn(chosen, `${sheet}!${number}`);
  const paged = (list: RowList) => {
    const listed = rows.filter((row) => isOf(list, row, isChosen(row)));
    return { count: listed.length, pages: pagesOf(listed) };
  };
  return {
    status: 'judged',
    sheets,
    document,
    counts,
    rowCount: rows.length,
    changeCount: changes.length,
    missingDates: rows.filter(({ faults }) => faults.some(({ code }) => code === 'missing-date'))
      .length,
    targets,
    rows: Object.fromEntries(rowLists.map((list) => [list, paged(list)])) as JudgedLedger['rows'],
    changes: bytesOf(changes),
    fingerprint: fingerprintOf({ rows, document, targets }),
  };
}

/** What was settled by a choice stands beside what is to be settled, and in the list of what it came to. */
function isOf(list: RowList, { verdict }: LedgerRow, isChosen: boolean): boolean {
  if (list !== 'mend') return verdict === list;
  return isChosen || verdict === 'doubt' || verdict === 'wrong';
}

function pagesOf(rows: readonly LedgerRow[]): readonly Uint8Array[] {
  const pages: Uint8Array[] = [];
  for (let at = 0; at < rows.length; at += rowsOfPage) {
    pages.push(bytesOf(rows.slice(at, at + rowsOfPage)));
  }
  return pages;
}

function bytesOf(value: readonly LedgerRow[] | readonly Change[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** Of what each row comes to, and what all of them do. */
function fingerprintOf({
  rows,
  document,
  targets,
}: Pick<LedgerPreview, 'rows' | 'document'> & Pick<JudgedLedger, 'targets'>): string {
  const told = rows.map(({ verdict, unit, change }) => [verdict, unit, change]);
  const text = JSON.stringify([told, document, targets]);
  return createHash('sha256').update(text).digest('hex');
}
