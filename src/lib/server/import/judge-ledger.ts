/**
 * Reads a ledger and matches it with the facts, as its process does. What it answers is small, or bytes
 * that are looked into a page at a time: the server is not held up by 20,000 rows.
 */
import { createHash } from 'node:crypto';
import { countyEffects } from '../../domain/county-effect.ts';
import type { Day } from '../../domain/date.ts';
import type { LedgerPreview, LedgerRow } from '../../domain/ledger.ts';
import { effectOf } from '../../domain/review.ts';
import { jsonBytes, rowPages } from '../kept-files/row-pages.ts';
import { readBytes } from '../spreadsheet/read-bytes.ts';
import { readPasted } from '../spreadsheet/read-delimited.ts';
import {
  rowLists,
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
  const { rows: chosen, tables: told = [], ...defaults } = task.choices;
  const read =
    kind === 'paste' ? readPasted(new TextDecoder().decode(bytes)) : await readBytes(bytes, name);
  if (read.status === 'refused') return { ...read, by: 'workbook', values: read.values ?? {} };
  const context = { data, track, division, today, defaults };
  const reading = previewLedger(read.workbook, context, chosen, told);
  if (reading.status === 'refused') return { ...reading, by: 'ledger' };
  const { sheets, document, counts, rows } = reading.preview;
  const changes = rows.flatMap(({ change }) => (change ? [change] : []));
  const proposal = { changes, reporting: [] };
  const { targets, units } = effectOf(data, { id: '', division, proposal }, today);
  const isChosen = ({ key }: LedgerRow) => Object.hasOwn(chosen, key);
  const paged = (list: RowList) => rowPages(rows.filter((row) => isOf(list, row, isChosen(row))));
  return {
    status: 'judged',
    sheets,
    tables: reading.tables,
    document,
    counts,
    rowCount: rows.length,
    changeCount: changes.length,
    missingDates: rows.filter(({ faults }) => faults.some(({ code }) => code === 'missing-date'))
      .length,
    targets,
    counties: countyEffects(data, track, units, today),
    rows: Object.fromEntries(rowLists.map((list) => [list, paged(list)])) as JudgedLedger['rows'],
    changes: jsonBytes(changes),
    fingerprint: fingerprintOf({ rows, document, targets }),
  };
}

/** What was settled by a choice stands beside what is to be settled, and in the list of what it came to. */
function isOf(list: RowList, { verdict }: LedgerRow, isChosen: boolean): boolean {
  if (list !== 'mend') return verdict === list;
  return isChosen || verdict === 'doubt' || verdict === 'wrong';
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
