/** Two at once: what I typed, what I had seen, and what stands there now, field by field. */
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import type { DateBoxes } from './date-boxes.ts';
import { nameOf, stageName, trackName } from './proposal-words.ts';
import type { ReportField } from './report-field.ts';
import type { ReportForm } from './report-form.ts';

export interface ClashRow {
  readonly field: string;
  readonly label: string;
  readonly yours: string;
  /** `null`: what was seen is no longer known. */
  readonly seen: string | null;
  readonly theirs: string;
  readonly differs: boolean;
  /** The side that is taken unless the other is chosen; left out: yours. */
  readonly chosen?: 'yours' | 'theirs';
}

/** The fields that can be taken from either side, in the order of the form. */
const clashFields = [
  'track',
  'units',
  'stage',
  'effective',
  'batch',
  'reason',
  'title',
  'documentNumber',
  'publisher',
  'documentDate',
  'location',
  'reporting',
  'note',
] as const satisfies readonly ReportField[];
export type ClashField = (typeof clashFields)[number];

/** Rows that say anything; those that differ are marked. */
export function clashRows(
  knowledge: Knowledge,
  sides: {
    readonly yours: ReportForm;
    readonly seen: ReportForm | null;
    readonly theirs: ReportForm;
  },
  say: Sentences,
): readonly ClashRow[] {
  return clashFields.flatMap((field): ClashRow[] => {
    const told = (form: ReportForm) => valueOf(knowledge, form, field, say);
    const yours = told(sides.yours);
    const theirs = told(sides.theirs);
    const seen = sides.seen && told(sides.seen);
    if (yours === '' && theirs === '' && !seen) return [];
    return [{ field, label: labelOf(field, say), yours, seen, theirs, differs: yours !== theirs }];
  });
}

/** The form with the fields named taken from the other side. */
export function takeTheirs(
  yours: ReportForm,
  theirs: ReportForm,
  fields: readonly ClashField[],
): ReportForm {
  let form = yours;
  for (const field of fields) form = { ...form, ...partOf(theirs, field) };
  return form;
}

/** The fields that `take-…` of the sent form asks to take from the other side. */
export function takenFields(data: FormData): readonly ClashField[] {
  return clashFields.filter((field) => data.get(`take-${field}`) === 'theirs');
}

function partOf(form: ReportForm, field: ClashField): Partial<ReportForm> {
  switch (field) {
    case 'reporting':
      return { isComplete: form.isComplete, asOf: form.asOf };
    default:
      return { [field]: form[field] };
  }
}

function valueOf(
  knowledge: Knowledge,
  form: ReportForm,
  field: ClashField,
  say: Sentences,
): string {
  switch (field) {
    case 'track':
      return form.track === '' ? '' : trackName(knowledge, form.track, say);
    case 'units':
      return say.format.list(form.units.map((code) => nameOf(knowledge, code, say)));
    case 'stage':
      return form.stage === '' ? '' : stageName(knowledge, form.track, form.stage, say);
    case 'effective':
    case 'documentDate':
      return boxesText(form[field]);
    case 'reporting':
      return form.isComplete ? say.report.words.yes : say.report.words.no;
    default:
      return form[field];
  }
}

/** 2026-1-31, as it stands in the boxes. */
export function boxesText({ year, month, day }: DateBoxes): string {
  return [year, month, day].filter((part) => part !== '').join('-');
}

function labelOf(field: ClashField, say: Sentences): string {
  const { words } = say.report;
  const labels: Readonly<Record<ClashField, string>> = {
    track: words.track,
    units: words.units,
    stage: words.stage,
    effective: words.date,
    batch: words.batch,
    reason: words.reason,
    title: words.documentTitle,
    documentNumber: words.documentNumber,
    publisher: words.publisher,
    documentDate: words.documentDate,
    location: words.location,
    reporting: say.review.words.reportingMoves,
    note: words.note,
  };
  return labels[field];
}
