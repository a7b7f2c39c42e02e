/** The stage and the date a row gives, or what stands in their place. */
import type { PartialDate } from '../../domain/date.ts';
import { intervalOf } from '../../domain/date.ts';
import type { Division } from '../../domain/division.ts';
import type { RowFault } from '../../domain/ledger.ts';
import type { Stage, Track } from '../../domain/programme.ts';
import type { Cell, Workbook } from '../spreadsheet/workbook.ts';
import { faultAt } from './fault-at.ts';
import { gradeOf, isSchemeOfOthers } from './other-scheme.ts';
import { textOf, type Fields } from './row-fields.ts';
import type { LedgerContext } from './preview.ts';
import { readDate } from './read-date-cell.ts';
import { countingStage, readStage } from './read-stage-cell.ts';

export interface Saying {
  readonly context: LedgerContext;
  readonly track: Track;
  readonly kind: Workbook['kind'];
  /** Whether any row of the sheet says a stage. */
  readonly saysStages: boolean;
}

export type StageOfRow =
  | { readonly status: 'stage'; readonly stage: Stage }
  | { readonly status: 'none' }
  | { readonly status: 'inferred' }
  | { readonly status: 'fault'; readonly fault: RowFault };

/**
 * The stage of the row, else the default, else the first that counts. A row without stage and date, in a
 * ledger that says both of others, reports nothing of its unit: so does a register of all villages.
 */
export function stageOf(fields: Readonly<Fields>, by: Saying): StageOfRow {
  const { track, context, saysStages } = by;
  const text = textOf(fields.stage);
  const read = text === undefined ? { status: 'none' as const } : readStage(text, track);
  if (read.status === 'unknown') {
    const words = track.stages.map(({ name }) => name['zh-CN']).join('、');
    return { status: 'fault', fault: faultAt('unknown-stage', fields.stage, { words }) };
  }
  if (read.status === 'stage' || read.status === 'inferred') return read;
  if (saysStages && !fields.effective) return { status: 'none' };
  const stage =
    track.stages.find(({ id }) => id === context.defaults?.stage) ?? countingStage(track);
  if (stage) return { status: 'stage', stage };
  return { status: 'fault', fault: faultAt('unknown-stage', fields.stage) };
}

export type DateOfRow =
  | { readonly status: 'date'; readonly date: PartialDate }
  | { readonly status: 'fault'; readonly fault: RowFault };

/** What tells that the row's title is not the track's: the grade 省级, a document about 省级森林乡村. */
export function titleFault(fields: Readonly<Fields>, { track }: Saying): RowFault | null {
  const values = { title: track.name['zh-CN'] };
  const grade = gradeOf(textOf(fields.grade) ?? '');
  if (grade === 'mixed') return faultAt('mixed-titles', fields.grade, values);
  if (grade === 'other') return faultAt('other-title', fields.grade, values);
  const isOfOthers = grade === 'unsaid' && isSchemeOfOthers(textOf(fields.documentTitle) ?? '');
  return isOfOthers ? faultAt('other-title', fields.documentTitle, values) : null;
}

/** The date of the row, else the default; on it the unit must have been there. */
export function dateOf(
  fields: Readonly<Fields>,
  unit: Division | null,
  { context, kind }: Saying,
): DateOfRow {
  const { today, defaults } = context;
  const field = fields.effective;
  const text = textOf(field);
  if (field && text !== undefined) {
    const read = readDate(field.cell, text, { today, kind });
    if (read.status === 'fault') {
      return { status: 'fault', fault: faultAt(read.code, field, { today }) };
    }
    return existing(read.date, unit, faultAt('before-existence', field));
  }
  if (defaults?.effective !== undefined) {
    const written = defaults.effective;
    const given: Cell = { kind: 'text', text: written };
    const read = readDate(given, written, { today, kind });
    const at = { column: null, values: { written, today } };
    if (read.status === 'fault') return { status: 'fault', fault: { code: read.code, ...at } };
    return existing(read.date, unit, { code: 'before-existence', ...at });
  }
  const year = yearMentioned(fields);
  const fault = { code: 'missing-date', column: null, ...(year && { values: { year } }) } as const;
  return { status: 'fault', fault };
}

/** The one year that the document or the batch is of: 廊林字〔2023〕12号, 2023年第一批. */
function yearMentioned(fields: Readonly<Fields>): string | null {
  const texts = [fields.documentNumber, fields.documentTitle, fields.batch].map(textOf);
  const years = texts.flatMap((text) => text?.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []);
  const [year, ...others] = new Set(years);
  return year !== undefined && others.length === 0 ? year : null;
}

function existing(date: PartialDate, unit: Division | null, fault: RowFault): DateOfRow {
  const interval = intervalOf(date);
  if (!interval || !unit) return { status: 'date', date };
  const { validFrom, validTo, name } = unit;
  const exists =
    (validFrom === null || validFrom <= interval.end) &&
    (validTo === null || interval.start <= validTo);
  if (exists) return { status: 'date', date };
  const values = { unit: name, from: validFrom ?? '', to: validTo ?? '' };
  return { status: 'fault', fault: { ...fault, values: { ...fault.values, ...values } } };
}
