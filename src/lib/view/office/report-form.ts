/** The report as it is typed. Pure: a form that was sent becomes a `ReportForm` whatever is in it. */
import type { Day } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import { boxesOf, emptyBoxes, type DateBoxes } from './date-boxes.ts';
import { choicesOf, lineOf, textOf, wholeNumberOf } from './typed-text.ts';

const reportKinds = ['reached', 'correction', 'retraction'] as const;
type ReportKind = (typeof reportKinds)[number];

/** Everything as it was typed. */
export interface ReportForm {
  /** Made with the empty form, so that sending it twice makes one draft. */
  readonly key: string;
  readonly division: DivisionCode;
  /** The version of the submission that was shown; `null`: there is none yet. */
  readonly version: number | null;
  readonly kind: ReportKind;
  /** The event that is corrected or retracted, and why. */
  readonly retracts: string;
  readonly reason: string;
  readonly track: string;
  readonly stage: string;
  /** Townships or villages; of county tracks nothing, the division is the unit. */
  readonly units: readonly DivisionCode[];
  readonly batch: string;
  readonly effective: DateBoxes;
  readonly title: string;
  readonly publisher: string;
  readonly documentNumber: string;
  readonly documentDate: DateBoxes;
  readonly location: string;
  /** "As of `asOf` nothing else has changed." */
  readonly isComplete: boolean;
  readonly asOf: string;
  readonly note: string;
}

export function emptyReport(key: string, division: DivisionCode, asOf: Day): ReportForm {
  return {
    key,
    division,
    version: null,
    kind: 'reached',
    retracts: '',
    reason: '',
    track: '',
    stage: '',
    units: [],
    batch: '',
    effective: emptyBoxes,
    title: '',
    publisher: '',
    documentNumber: '',
    documentDate: emptyBoxes,
    location: '',
    isComplete: false,
    asOf,
    note: '',
  };
}

/** Whether nothing was typed or chosen beyond what the page had chosen already. */
export function isBlank(form: ReportForm): boolean {
  const { key, division, version, kind, retracts, track, isComplete, asOf, ...typed } = form;
  const empty = emptyReport(key, division, asOf);
  const had = { ...empty, version, kind, retracts, track, isComplete };
  return retracts === '' && JSON.stringify({ ...had, ...typed }) === JSON.stringify(had);
}

/** What was sent, whatever it is: a field that is missing is empty, of a repeated one the first counts. */
export function readReport(data: FormData): ReportForm {
  const kind = lineOf(data, 'kind');
  const track = lineOf(data, 'track');
  return {
    key: lineOf(data, 'key'),
    division: lineOf(data, 'division'),
    version: wholeNumberOf(lineOf(data, 'version')),
    kind: reportKinds.find((known) => known === kind) ?? 'reached',
    retracts: lineOf(data, 'retracts'),
    reason: textOf(data, 'reason'),
    track,
    // Every track has its own list of stages and of units in the form; those of the chosen one count.
    stage: lineOf(data, `stage-${track}`),
    units: choicesOf(data, `units-${track}`),
    batch: lineOf(data, 'batch'),
    effective: boxesOf(data, 'effective'),
    title: lineOf(data, 'title'),
    publisher: lineOf(data, 'publisher'),
    documentNumber: lineOf(data, 'documentNumber'),
    documentDate: boxesOf(data, 'documentDate'),
    location: lineOf(data, 'location'),
    isComplete: data.get('isComplete') !== null,
    asOf: lineOf(data, 'asOf'),
    note: textOf(data, 'note'),
  };
}
