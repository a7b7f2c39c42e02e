/** What must hold of every answer about a table, whatever the file was. Each throws where it does not. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { verdicts, type LedgerRow } from '../../src/lib/domain/ledger.ts';
import { faultsOf } from '../../src/lib/domain/proposal-faults.ts';
import { sentences } from '../../src/lib/i18n/sentences.ts';
import type { LedgerContext, LedgerReading } from '../../src/lib/server/import/preview.ts';
import { mostColumns } from '../../src/lib/server/spreadsheet/limits.ts';
import type { Cell, ReadWorkbook, Workbook } from '../../src/lib/server/spreadsheet/workbook.ts';

const languages = [sentences['zh-CN'], sentences.en];

/** A sentence for a person: words, and all of its values there. */
function expectSentence(text: string): void {
  ok(text.trim().length > 2, `no sentence: "${text}"`);
  ok(
    !/undefined|\[object|NaN/.test(text.replace(/“[^”]*”|"[^"]*"/g, '')),
    `a value is missing: ${text}`,
  );
}

/** The reasons that a file itself gives; the thread adds `too-slow`, and the size is asked before. */
const elsewhere = new Set(['too-slow', 'too-large']);

export function expectRead(read: ReadWorkbook): void {
  if (read.status === 'refused') {
    ok(!elsewhere.has(read.reason), `refused as ${read.reason}`);
    for (const { workbook } of languages) {
      ok(Object.hasOwn(workbook.workbookRefusals, read.reason), `unknown reason ${read.reason}`);
      expectSentence(workbook.workbookRefusals[read.reason](read.values ?? {}));
    }
    return;
  }
  equal(read.status, 'read');
  for (const { rows, merges } of read.workbook.sheets) {
    let last = 0;
    for (const { number, cells } of rows) {
      ok(Number.isInteger(number) && number > last, `row ${number} after ${last}`);
      last = number;
      ok(cells.length <= mostColumns, `${cells.length} columns`);
      ok(
        cells.some(({ kind }) => kind !== 'empty'),
        `row ${number} is empty`,
      );
      cells.forEach(expectCell);
    }
    for (const { top, left, bottom, right } of merges)
      ok(top >= 1 && left >= 1 && bottom >= top && right >= left, 'a merge is none');
  }
}

function expectCell(cell: Cell): void {
  switch (cell.kind) {
    case 'text':
    case 'formula':
    case 'error':
      ok(cell.text.isWellFormed(), `half a character in a cell of ${cell.kind}`);
      return;
    case 'number':
      ok(Number.isFinite(cell.value) && !Object.is(cell.value, -0), `number ${cell.value}`);
      return;
    case 'date':
      match(cell.day, /^\d{4}-\d{2}-\d{2}$/);
      equal(new Date(cell.day).toISOString().slice(0, 10), cell.day);
      return;
    case 'boolean':
    case 'empty':
      return;
  }
}

const refusals = new Set(['no-header', 'no-rows', 'other-track']);

export function expectReading(
  reading: LedgerReading,
  workbook: Workbook,
  context: LedgerContext,
): void {
  if (reading.status === 'refused') {
    ok(refusals.has(reading.reason), `unknown reason ${reading.reason}`);
    for (const { ledger } of languages)
      expectSentence(ledger.refusals[reading.reason](reading.values));
    return;
  }
  const { rows, counts, sheets, document } = reading.preview;
  for (const verdict of verdicts)
    equal(
      counts[verdict],
      rows.filter((row) => row.verdict === verdict).length,
      `count of ${verdict}`,
    );
  for (const { name } of sheets)
    ok(
      workbook.sheets.some((sheet) => sheet.name === name),
      `no sheet ${name}`,
    );
  const keys = rows.map(({ key }) => key);
  equal(new Set(keys).size, keys.length, 'two rows with one key');
  const codes = new Set(context.data.divisions.map(({ code }) => code));
  for (const row of rows) expectRow(row, workbook, codes);
  expectProposal(rows, document, context);
}

function expectRow(row: LedgerRow, workbook: Workbook, codes: ReadonlySet<string>): void {
  const { sheet, number, verdict, unit, faults, candidates, change } = row;
  const own = workbook.sheets.find(({ name }) => name === sheet);
  ok(
    own?.rows.some((each) => each.number === number),
    `${sheet}!${number} is not in the file`,
  );
  equal(
    change !== null,
    verdict === 'new' || verdict === 'changed',
    `a change of a row ${verdict}`,
  );
  if (change !== null) ok(unit !== null && 'division' in change ? change.division === unit : true);
  if (verdict === 'doubt' || verdict === 'wrong')
    ok(faults.length > 0, `${verdict}, and no word why`);
  ok(candidates.length <= 3, `${candidates.length} candidates`);
  for (const code of [...candidates.map((each) => each.code), ...(unit === null ? [] : [unit])])
    ok(codes.has(code), `no division ${code}`);
  for (const { ledger } of languages)
    for (const fault of faults) expectSentence(ledger.faultSentence(row, fault));
  deepEqual(JSON.parse(JSON.stringify(row)), row, 'a row does not survive its way to the page');
}

/** The changes of all rows, as one draft: what the site would write. */
function expectProposal(
  rows: readonly LedgerRow[],
  {
    title = '',
    publisher = '',
    documentNumber,
  }: { readonly title?: string; readonly publisher?: string; readonly documentNumber?: string },
  context: LedgerContext,
): void {
  const changes = rows.flatMap(({ change }) => (change ? [change] : []));
  const source = { title, publisher, ...(documentNumber !== undefined && { documentNumber }) };
  const { data, division, today } = context;
  const faults = faultsOf(
    { changes, reporting: [], source },
    { data, division, today, fileCount: 0, mode: 'draft' },
  );
  deepEqual(faults, [], 'the domain would not have it');
}
