/** The process that looks into files: reads one, or puts the notes into one, and ends. */
import { answerTask } from '../worker-task.ts';
import { annotateBytes, type AnnotateTask } from './annotate-bytes.ts';
import { packAnswer } from './pack-workbook.ts';
import { readBytes } from './read-bytes.ts';
import { readPasted } from './read-delimited.ts';

export type SpreadsheetTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'paste'; readonly text: string }
  | ({ readonly kind: 'annotate' } & AnnotateTask);

await answerTask(async (task: SpreadsheetTask) => {
  switch (task.kind) {
    case 'read':
      return packAnswer(await readBytes(task.bytes, task.name));
    case 'paste':
      return packAnswer(readPasted(task.text));
    case 'annotate':
      return annotateBytes(task);
  }
});
