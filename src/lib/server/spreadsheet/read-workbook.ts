/** Reads a file that a person sent, in a process of its own, and hands it over without holding up the pages. */
import { setImmediate as pause } from 'node:timers/promises';
import { largestFile, longestPaste } from './limits.ts';
import { unpackAnswer, type PackedAnswer } from './pack-workbook.ts';
import { askProcess } from './ask-spreadsheet-process.ts';
import type { SpreadsheetTask } from './spreadsheet-process.ts';
import type { ReadWorkbook } from './workbook.ts';

export type ReadingPhase = 'waiting' | 'reading' | 'unpacking';

type OnProgress = (phase: ReadingPhase) => void;

/**
 * The workbook in `bytes`, whatever `name` ends with, or why there is none. `onProgress` hears what is
 * being done. Never throws for what stands in the bytes.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  onProgress: OnProgress = () => undefined,
): Promise<ReadWorkbook> {
  // Not worth a process, and not worth copying into one.
  if (bytes.length === 0) return { status: 'refused', reason: 'empty' };
  if (bytes.length > largestFile) return tooLarge(bytes.length / 1e6, largestFile / 1e6);
  return read({ kind: 'read', bytes, name }, onProgress);
}

/** The table in a block of text copied out of a spreadsheet. */
export async function readPaste(
  text: string,
  onProgress: OnProgress = () => undefined,
): Promise<ReadWorkbook> {
  if (text.length > longestPaste) return tooLarge(text.length / 1e6, longestPaste / 1e6);
  return read({ kind: 'paste', text }, onProgress);
}

/** In millions of bytes or characters. */
function tooLarge(size: number, limit: number): ReadWorkbook {
  // Rounded up, so that it never reads as the limit itself.
  const values = { size: String(Math.ceil(size * 10) / 10), limit: String(limit) };
  return { status: 'refused', reason: 'too-large', values };
}

async function read(task: SpreadsheetTask, onProgress: OnProgress): Promise<ReadWorkbook> {
  onProgress('waiting');
  const asked = await askProcess<PackedAnswer>(task, () => onProgress('reading'));
  if (asked.status === 'refused') return asked;
  onProgress('unpacking');
  return unpackAnswer(asked.answer, pause);
}
