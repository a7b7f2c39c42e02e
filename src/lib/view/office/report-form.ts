/**
 * The report as it is typed, what it proposes, and back again. Pure: a form that was sent becomes a
 * `ReportForm` whatever is in it, and a `ReportForm` a `Proposal` that may still be incomplete. What is
 * wrong with it is for `faultsOf` to say; here only what a proposal cannot say.
 */
import { isDay, type Day } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import type { Programme } from '../../domain/programme.ts';
import type { Change, Proposal, ProposalFault, ProposedSource } from '../../domain/submission.ts';
import { boxesFrom, boxesOf, emptyBoxes, readBoxes, type DateBoxes } from './date-boxes.ts';
import { choicesOf, lineOf, textOf, wholeNumberOf } from './typed-text.ts';

export const reportKinds = ['reached', 'correction', 'retraction'] as const;
export type ReportKind = (typeof reportKinds)[number];

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

/** The fields of the form, which are also the ids of their controls. */
export const reportFields = [
  'kind',
  'retracts',
  'reason',
  'track',
  'stage',
  'units',
  'batch',
  'effective',
  'title',
  'publisher',
  'documentNumber',
  'documentDate',
  'location',
  'files',
  'reporting',
  'note',
] as const;
export type ReportField = (typeof reportFields)[number];

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

/** What the report proposes, and what of it a proposal cannot say. `today` in Asia/Shanghai. */
export function proposalOf(
  form: ReportForm,
  programme: Programme,
  today: Day,
): { readonly proposal: Proposal; readonly faults: readonly ProposalFault[] } {
  const faults: ProposalFault[] = [];
  const level = programme.tracks.find(({ id }) => id === form.track)?.level;
  const hasUnits = level === 'township' || level === 'village';
  const units = hasUnits ? form.units : [form.division];
  const effective = dateText(form.effective, 'changes.0.effective', faults);
  if (form.kind !== 'retraction' && effective === '')
    faults.push({ field: 'changes.0.effective', code: 'required' });
  if (form.track === '') faults.push({ field: 'changes.0.track', code: 'required' });
  else if (form.kind !== 'retraction' && form.stage === '')
    faults.push({ field: 'changes.0.stage', code: 'required' });
  if (hasUnits && units.length === 0)
    faults.push({ field: 'changes.0.division', code: 'required' });
  const documentDate = dateText(form.documentDate, 'source.date', faults);
  const source = sourceOf(form, documentDate);
  const proposal: Proposal = {
    changes: changesOf(form, units.length > 0 ? units : [''], effective),
    ...(source && { source }),
    reporting:
      form.isComplete && form.track !== ''
        ? [{ track: form.track, completeTo: completeTo(form.asOf, today) }]
        : [],
    ...(form.note !== '' && { note: form.note }),
  };
  return { proposal, faults };
}

/** The day the clerk was shown beside the box that was ticked; a day that cannot be is today. */
function completeTo(asOf: string, today: Day): Day {
  return isDay(asOf) && asOf <= today ? asOf : today;
}

function dateText(boxes: DateBoxes, field: string, faults: ProposalFault[]): string {
  const read = readBoxes(boxes);
  if (read.status === 'empty') return '';
  if (read.status === 'date') return read.date;
  faults.push({ field, code: 'not-a-date' });
  return read.text;
}

function changesOf(
  form: ReportForm,
  units: readonly DivisionCode[],
  effective: string,
): Proposal['changes'] {
  const { kind, track, stage, retracts, reason } = form;
  const batch = form.batch === '' ? {} : { batch: form.batch };
  return units.map((division): Change => {
    switch (kind) {
      case 'reached':
        return { kind, division, track, stage, effective, ...batch };
      case 'correction':
        return { kind, division, track, stage, effective, ...batch, retracts, reason };
      case 'retraction':
        return { kind, division, track, retracts, reason };
    }
  });
}

function sourceOf(form: ReportForm, date: string): ProposedSource | undefined {
  const { title, publisher, documentNumber, location } = form;
  if ([title, publisher, documentNumber, location, date].every((text) => text === '')) {
    return undefined;
  }
  return {
    title,
    publisher,
    ...(documentNumber !== '' && { documentNumber }),
    ...(date !== '' && { date }),
    ...(location !== '' && { location }),
  };
}

/** The form that proposes it; `null` where it takes more than one form can say. */
export function formOf(
  proposal: Proposal,
  of: Pick<ReportForm, 'key' | 'division' | 'version'>,
  today: Day,
): ReportForm | null {
  const { changes, source, reporting } = proposal;
  const [first] = changes;
  const track = first?.track ?? reporting[0]?.track ?? '';
  const isOne =
    changes.every((change) => isAlike(change, first)) &&
    reporting.every((each) => each.track === track) &&
    reporting.length <= 1 &&
    (first?.kind === 'reached' || changes.length <= 1);
  if (!isOne) return null;
  const isWholeDivision = changes.every(({ division }) => division === of.division);
  return {
    ...emptyReport(of.key, of.division, today),
    version: of.version,
    kind: first?.kind ?? 'reached',
    retracts: first && first.kind !== 'reached' ? first.retracts : '',
    reason: first && first.kind !== 'reached' ? first.reason : '',
    track,
    stage: first && first.kind !== 'retraction' ? first.stage : '',
    units: isWholeDivision ? [] : changes.map(({ division }) => division).filter(Boolean),
    batch: first && first.kind !== 'retraction' ? (first.batch ?? '') : '',
    effective: boxesFrom(first && first.kind !== 'retraction' ? first.effective : undefined),
    title: source?.title ?? '',
    publisher: source?.publisher ?? '',
    documentNumber: source?.documentNumber ?? '',
    documentDate: boxesFrom(source?.date),
    location: source?.location ?? '',
    isComplete: reporting.length > 0,
    asOf: today,
    note: proposal.note ?? '',
  };
}

/** Whether two changes say the same of another unit. */
function isAlike(a: Change, b: Change | undefined): boolean {
  if (!b || a.kind !== b.kind || a.track !== b.track) return false;
  if (a.kind === 'retraction' || b.kind === 'retraction') return true;
  return a.stage === b.stage && a.effective === b.effective && a.batch === b.batch;
}

/** The field of the form where a fault of the proposal is told; `null`: the form as a whole. */
export function fieldOfFault(field: string): ReportField | null {
  const [part = '', second = '', third = ''] = field.split('.');
  switch (part) {
    case 'changes':
      return changeFields.get(third || second) ?? (third ? null : 'stage');
    case 'source':
      return sourceFields.get(second) ?? 'title';
    case 'reporting':
      return 'reporting';
    case 'files':
    case 'note':
      return part;
    default:
      return null;
  }
}

const changeFields: ReadonlyMap<string, ReportField> = new Map([
  ['kind', 'kind'],
  ['division', 'units'],
  ['track', 'track'],
  ['stage', 'stage'],
  ['effective', 'effective'],
  ['batch', 'batch'],
  ['retracts', 'retracts'],
  ['reason', 'reason'],
]);

const sourceFields: ReadonlyMap<string, ReportField> = new Map([
  ['title', 'title'],
  ['publisher', 'publisher'],
  ['documentNumber', 'documentNumber'],
  ['date', 'documentDate'],
  ['location', 'location'],
]);
