/** What a form says of the date and the stage of all rows that say none, or what is wrong with it. */
import type { PartialDate } from '../../domain/date.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { boxesOf, readBoxes, type DateBoxes } from './date-boxes.ts';
import { isChanged } from './import-row.ts';
import { lineOf } from './typed-text.ts';

export interface DefaultsOfForm {
  /** Only what was changed on the page; `null` takes it back. A date that is none is not among it. */
  readonly chosen: { readonly effective?: PartialDate | null; readonly stage?: string | null };
  readonly faults: readonly { readonly field: string; readonly message: string }[];
  /** As it was typed, where it is no date: to be shown again and mended. */
  readonly wrongDate: DateBoxes | null;
}

export function defaultsOfForm(data: FormData, say: Sentences): DefaultsOfForm {
  const stage = isChanged(data, 'stage') ? { stage: lineOf(data, 'stage') || null } : {};
  const boxes = boxesOf(data, 'effective');
  const date = readBoxes(boxes);
  if (date.status === 'wrong') {
    const fault = { field: 'effective', message: say.importing.words.dateWrong };
    return { chosen: stage, faults: [fault], wrongDate: boxes };
  }
  const isDateChanged = ['year', 'month', 'day'].some((part) =>
    isChanged(data, `effective-${part}`),
  );
  const effective = date.status === 'date' ? date.date : null;
  return { chosen: { ...stage, ...(isDateChanged && { effective }) }, faults: [], wrongDate: null };
}
