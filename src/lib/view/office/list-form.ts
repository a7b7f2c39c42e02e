/** The form in which a submission with many changes goes on being written: its list can only grow shorter. */
import { isDay, type Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Change, Proposal, ProposalFault } from '../../domain/submission.ts';
import { boxesFrom, boxesOf, readBoxes, type DateBoxes } from './date-boxes.ts';
import { tracksOfDivision } from './division-tracks.ts';
import { formOf } from './form-of-proposal.ts';
import { sourceOf } from './report-proposal.ts';
import { choicesOf, lineOf, textOf, wholeNumberOf } from './typed-text.ts';

/** Everything as it was typed. */
export interface ListForm {
  readonly version: number | null;
  /** Places in the proposal of the changes that are to go. */
  readonly dropped: readonly number[];
  readonly title: string;
  readonly publisher: string;
  readonly documentNumber: string;
  readonly documentDate: DateBoxes;
  readonly location: string;
  /** Of a submission that only takes back: why. */
  readonly reason: string;
  readonly isComplete: boolean;
  readonly asOf: string;
  readonly note: string;
}

/** Changes the form of a report is used for; a longer list has a form of its own. */
const mostInReport = 60;

/** Whether a proposal is edited as a list: the form of a report could not say all of it. */
export function isList(
  knowledge: Knowledge,
  { division, proposal }: { readonly division: string; readonly proposal: Proposal },
  today: Day,
): boolean {
  const { changes, quotas, places } = proposal;
  // Quotas have a form of their own.
  if (changes.length === 0 || quotas) return false;
  if (changes.length > mostInReport || places) return true;
  const tracks = tracksOfDivision(knowledge, division, today);
  const isKnown = changes.every(
    ({ track }) => track === '' || tracks.some((known) => known.track.id === track),
  );
  return !isKnown || formOf(proposal, { key: '', division, version: null }, today) === null;
}

export function listFormOf(proposal: Proposal, version: number, today: Day): ListForm {
  const { changes, source, reporting, note } = proposal;
  return {
    version,
    dropped: [],
    title: source?.title ?? '',
    publisher: source?.publisher ?? '',
    documentNumber: source?.documentNumber ?? '',
    documentDate: boxesFrom(source?.date),
    location: source?.location ?? '',
    reason: reasonOf(changes) ?? '',
    isComplete: reporting.length > 0,
    asOf: today,
    note: note ?? '',
  };
}

export function readListForm(data: FormData): ListForm {
  return {
    version: wholeNumberOf(lineOf(data, 'version')),
    dropped: choicesOf(data, 'drop').flatMap((text) => wholeNumberOf(text) ?? []),
    title: lineOf(data, 'title'),
    publisher: lineOf(data, 'publisher'),
    documentNumber: lineOf(data, 'documentNumber'),
    documentDate: boxesOf(data, 'documentDate'),
    location: lineOf(data, 'location'),
    reason: textOf(data, 'reason'),
    isComplete: data.get('isComplete') !== null,
    asOf: lineOf(data, 'asOf'),
    note: textOf(data, 'note'),
  };
}

/** The one reason of all, where everything is taken back; `null`: there is more than that. */
export function reasonOf(changes: readonly Change[]): string | null {
  const [first] = changes;
  if (first?.kind !== 'retraction') return null;
  const isAlike = changes.every(
    (change) => change.kind === 'retraction' && change.reason === first.reason,
  );
  return isAlike ? first.reason : null;
}

/** What the form makes of the proposal it was shown: fewer changes, the same others, another document. */
export function proposalOfList(
  shown: Proposal,
  form: ListForm,
  reportable: string | null,
  today: Day,
): { readonly proposal: Proposal; readonly faults: readonly ProposalFault[] } {
  const { quotas, places } = shown;
  const dropped = new Set(form.dropped);
  const hasReason = reasonOf(shown.changes) !== null;
  const date = readBoxes(form.documentDate);
  const source = sourceOf(form, date.status === 'empty' ? '' : dateText(date));
  const completeTo = isDay(form.asOf) && form.asOf <= today ? form.asOf : today;
  const proposal: Proposal = {
    changes: shown.changes
      .filter((_, index) => !dropped.has(index))
      .map((change) =>
        hasReason && change.kind === 'retraction' ? { ...change, reason: form.reason } : change,
      ),
    ...(source && { source }),
    reporting:
      reportable === null
        ? shown.reporting
        : form.isComplete
          ? [{ track: reportable, completeTo }]
          : [],
    ...(quotas && { quotas }),
    ...(places && { places }),
    ...(form.note !== '' && { note: form.note }),
  };
  const faults: readonly ProposalFault[] =
    date.status === 'wrong' ? [{ field: 'source.date', code: 'not-a-date' }] : [];
  return { proposal, faults };
}

function dateText(
  read: Exclude<ReturnType<typeof readBoxes>, { readonly status: 'empty' }>,
): string {
  return read.status === 'date' ? read.date : read.text;
}

/** The track of the changes, where it is one the division itself reports on; else `null`. */
export function reportableTrack(
  knowledge: Knowledge,
  division: string,
  { changes }: Pick<Proposal, 'changes'>,
  today: Day,
): string | null {
  const tracks = new Set(changes.map(({ track }) => track));
  const [track] = tracks;
  if (track === undefined || tracks.size > 1) return null;
  const known = tracksOfDivision(knowledge, division, today);
  return known.some((each) => each.track.id === track) ? track : null;
}
