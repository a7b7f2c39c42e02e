/** Reads a file as what its content shows it to be. Runs in a process of its own. */
import { fileKind } from './file-kind.ts';
import { readDelimited } from './read-delimited.ts';
import { readXlsx } from './read-xlsx.ts';
import { fileRefusal } from './size-refusal.ts';
import type { ReadWorkbook } from './workbook.ts';

/** Never throws for what stands in the bytes. A text file's one sheet has the file's name without its ending. */
export async function readBytes(bytes: Uint8Array, name: string): Promise<ReadWorkbook> {
  const bySize = fileRefusal(bytes);
  if (bySize) return bySize;
  const kind = fileKind(bytes);
  switch (kind.kind) {
    case 'refused':
      return { status: 'refused', reason: kind.reason };
    case 'zip':
      return readXlsx(bytes);
    case 'text':
      return readDelimited(bytes, name.replace(/\.[^.]*$/, ''));
  }
}
