/** Reads the bytes of a zip into a workbook. Runs in a process of its own. */
import { openArchive } from './archive.ts';
import { coverMerges } from './cover-merges.ts';
import { allowance, sheetReader, type OpenSheet } from './read-sheet.ts';
import type { ReadWorkbook, Sheet } from './workbook.ts';
import { readPart, readParts } from './workbook-parts.ts';

/** The workbook, or why it is none. Never throws for what stands in the bytes. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadWorkbook> {
  const opened = await openArchive(bytes);
  if (opened.status === 'refused') return opened;
  const { archive } = opened;
  const read = await readParts(archive);
  if (read.status === 'refused') return read;
  const left = allowance();
  const sheets: Sheet[] = [];
  for (const { name, isHidden, path } of read.parts.sheets) {
    const open: OpenSheet = { rows: [], merges: [], hiddenColumns: [] };
    const reason = await readPart(archive, path, sheetReader(read.parts, left, open));
    if (reason !== null) return { status: 'refused', reason, values: { sheet: name } };
    const { merges, hiddenColumns } = open;
    const shown = coverMerges(open.rows, merges);
    if (shown === null) return { status: 'refused', reason: 'damaged', values: { sheet: name } };
    const hidden = hiddenColumns.length > 0 ? { hiddenColumns } : {};
    sheets.push({ name, isHidden, rows: shown, merges, ...hidden });
  }
  if (sheets.every(({ rows }) => rows.length === 0))
    return { status: 'refused', reason: 'no-rows' };
  return { status: 'read', workbook: { kind: 'xlsx', encoding: null, sheets } };
}
