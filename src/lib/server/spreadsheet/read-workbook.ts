/** Reads a file that a person sent, in a process of its own, and hands it over without holding up the pages. */
import { setImmediate as pause } from 'node:timers/promises';
import { unpackAnswer, type PackedAnswer } from './pack-workbook.ts';
import { askProcess } from './ask-spreadsheet-process.ts';
import { fileRefusal, pasteRefusal } from './size-refusal.ts';
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
  return fileRefusal(bytes) ?? read({ kind: 'read', bytes, name }, onProgress);
}

/** The table in a block of text copied out of a spreadsheet. */
export async function readPaste(
  text: string,
  onProgress: OnProgress = () => undefined,
): Promise<ReadWorkbook> {
  return pasteRefusal(text) ?? read({ kind: 'paste', text }, onProgress);
}

async function read(task: SpreadsheetTask, onProgress: OnProgress): Promise<ReadWorkbook> {
  onProgress('waiting');
  const asked = await askProcess<PackedAnswer>(task, () => onProgress('reading'));
  if (asked.status === 'refused') return asked;
  onProgress('unpacking');
  return unpackAnswer(asked.answer, pause);
}
