/** Sends a file through the reading of tables and the judging of ledgers, and holds the answers to their laws. */
import { deepEqual, equal } from 'node:assert/strict';
import { previewLedger } from '../../src/lib/server/import/preview-ledger.ts';
import { annotateBytes } from '../../src/lib/server/spreadsheet/annotate-bytes.ts';
import { readBytes } from '../../src/lib/server/spreadsheet/read-bytes.ts';
import { readWorkbook } from '../../src/lib/server/spreadsheet/read-workbook.ts';
import type { Workbook } from '../../src/lib/server/spreadsheet/workbook.ts';
import { askers, nearAskers } from './askers.ts';
import { expectRead, expectReading } from './expect-workbook.ts';
import { longestText } from '../../src/lib/export/xlsx/sheet-xml.ts';
import type { Asked, FuzzFile } from './fuzz-case.ts';
import { withinBounds } from './within-bounds.ts';

const noteHeading = '错误';

/** What became of it, for the table at the end: `refused: damaged`, `ledger: preview` … */
export async function judgeTable({ name, bytes }: FuzzFile, asked: Asked): Promise<string> {
  const read = await withinBounds(() => readBytes(bytes, name));
  expectRead(read);
  deepEqual(await readBytes(bytes, name), read, 'read otherwise the second time');
  if (asked.isThreaded && bytes.length > 0)
    deepEqual(await readWorkbook(bytes, name), read, 'read otherwise in its process');
  if (read.status === 'refused') return `refused: ${read.reason}`;
  const context = askers[asked.asker % askers.length] ?? nearAskers[0];
  if (context === undefined) throw new Error('Nobody asks.');
  const judge = () => previewLedger(read.workbook, context, asked.choices);
  const reading = await withinBounds(async () => judge());
  expectReading(reading, read.workbook, context);
  deepEqual(judge(), reading, 'judged otherwise the second time');
  if (asked.isNoted) await expectNotes({ name, bytes }, read.workbook, reading);
  return reading.status === 'refused' ? `no ledger: ${reading.reason}` : 'ledger';
}

/** The file with notes beside its rows is read as before, with one column more. */
async function expectNotes(
  { name, bytes }: FuzzFile,
  workbook: Workbook,
  reading: ReturnType<typeof previewLedger>,
): Promise<void> {
  if (reading.status === 'refused') return;
  const sheets = reading.preview.sheets.flatMap(({ name: sheet, headerRow }, at, all) => {
    // A sheet of several tables is written on once.
    const isFirst = all.findIndex(({ name }) => name === sheet) === at;
    if (headerRow === null || !isFirst) return [];
    const rows = reading.preview.rows.filter((row) => row.sheet === sheet && row.faults.length > 0);
    // Of tables side by side one line of the sheet is several rows.
    const lines = [...new Set(rows.map(({ number }) => number))];
    return [{ sheet, headerRow, notes: lines.map((row) => ({ row, text: '请核对' })) }];
  });
  const task = { source: bytes, name, heading: noteHeading, sheets };
  const annotated = await withinBounds(() => annotateBytes(task));
  equal(annotated.status, 'annotated', 'cannot be noted in');
  const again = await readBytes(annotated.bytes, 'noted.xlsx');
  equal(again.status, 'read', 'with its notes it is no workbook');
  const texts = (of: Workbook): readonly unknown[] =>
    of.sheets.map(({ rows }) =>
      rows.map(({ number, cells }) => [
        number,
        cells.map((cell) => ('text' in cell ? cell.text.slice(0, longestText - 1) : '')).join(''),
      ]),
    );
  const plain = (of: Workbook): string =>
    JSON.stringify(texts(of)).replaceAll(noteHeading, '').replaceAll('请核对', '');
  equal(plain(again.workbook), plain(workbook), 'the notes changed what stood there');
}
