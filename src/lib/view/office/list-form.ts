/** The form in which a submission with many rows goes on being written: rows go, and come back. */
import type { ClashSide } from '../../domain/clash.ts';
import { isDay, type Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Change, Proposal, ProposalFault } from '../../domain/submission.ts';
import { withChoices } from '../../domain/taken-out.ts';
import { boxesFrom, boxesOf, readBoxes, type DateBoxes } from './date-boxes.ts';
import { tracksOfDivision } from './division-tracks.ts';
import { formOf } from './form-of-proposal.ts';
import { sourceOf } from './report-proposal.ts';
import { choicesOf, lineOf, textOf, wholeNumberOf } from './typed-text.ts';

/** Everything as it was typed. */
export interface ListForm {
  readonly version: number | null;
  /** While a clash is open: the version that `dropped` was chosen from; else `null`. */
  readonly base: number | null;
  /** Keys of the rows that are to go (proposal-rows.ts). */
  readonly dropped: readonly string[];
  /** Keys of the rows that are to come back, of those that were taken out (taken-out.ts). */
  readonly putBack: readonly string[];
  /** Of a clash: whose each row and field is to be, and whose all rows are. */
  readonly takes: Readonly<Record<string, ClashSide>>;
  readonly takeAll: ClashSide | null;
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
  const { changes, quotas, places, undoes } = proposal;
  if (undoes) return true;
  // Quotas have a form of their own.
  if (quotas) return false;
  if (places) return true;
  if (changes.length === 0) return false;
  if (changes.length > mostInReport) return true;
  const tracks = tracksOfDivision(knowledge, division, today);
  const isKnown = changes.every(
    ({ track }) => track === '' || tracks.some((known) => known.track.id === track),
  );
  return !isKnown || formOf(proposal, { key: '', division, version: null }, today) === null;
}

export function listFormOf(proposal: Proposal, version: number, today: Day): ListForm {
  const { source, reporting, note } = proposal;
  return {
    version,
    base: null,
    dropped: [],
    putBack: [],
    takes: {},
    takeAll: null,
    title: source?.title ?? '',
    publisher: source?.publisher ?? '',
    documentNumber: source?.documentNumber ?? '',
    documentDate: boxesFrom(source?.date),
    location: source?.location ?? '',
    reason: reasonOf(proposal) ?? '',
    isComplete: reporting.length > 0,
    asOf: today,
    note: note ?? '',
  };
}

export function readListForm(data: FormData): ListForm {
  return {
    version: wholeNumberOf(lineOf(data, 'version')),
    base: wholeNumberOf(lineOf(data, 'base')),
    dropped: choicesOf(data, 'drop'),
    putBack: choicesOf(data, 'putBack'),
    takes: takesOf(data),
    takeAll: sideOf(data.get('take-all')),
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

/** The prefix of the names of the fields that say whose a row or a field of the form is to be. */
const take = 'take-';

function takesOf(data: FormData): Readonly<Record<string, ClashSide>> {
  const takes = [...data].flatMap(([name, value]) => {
    const side = sideOf(value);
    return name.startsWith(take) && side ? [[name.slice(take.length), side] as const] : [];
  });
  return Object.fromEntries(takes);
}

function sideOf(value: FormDataEntryValue | null): ClashSide | null {
  return value === 'yours' || value === 'theirs' ? value : null;
}

/** The one reason of all, where everything is taken back; `null`: there is more than that. */
export function reasonOf({
  changes,
  places,
  undoes,
}: Pick<Proposal, 'changes' | 'places' | 'undoes'>): string | null {
  if (undoes) return undoes.reason;
  const [first] = changes;
  if (places) return null;
  if (first?.kind !== 'retraction') return null;
  const isAlike = changes.every(
    (change) => change.kind === 'retraction' && change.reason === first.reason,
  );
  return isAlike ? first.reason : null;
}

/**
 * What the form makes of the proposal it was shown: rows that go or come back, the same others, another
 * document. `begun`: what the list was begun with, of which rows can come back.
 */
export function proposalOfList(
  shown: Proposal,
  form: ListForm,
  reportable: string | null,
  today: Day,
  begun = shown,
): { readonly proposal: Proposal; readonly faults: readonly ProposalFault[] } {
  const date = readBoxes(form.documentDate);
  const source = sourceOf(form, date.status === 'empty' ? '' : dateText(date));
  const completeTo = isDay(form.asOf) && form.asOf <= today ? form.asOf : today;
  const listed = withChoices(begun, shown, form);
  const { changes, reporting, quotas, places, undoes } =
    reasonOf(shown) === null ? listed : withReason(listed, form.reason);
  const proposal: Proposal = {
    changes,
    reporting,
    ...(quotas && { quotas }),
    ...(places && { places }),
    ...(undoes && { undoes }),
    ...(source && { source }),
    ...(reportable !== null && {
      reporting: form.isComplete ? [{ track: reportable, completeTo }] : [],
    }),
    ...(form.note !== '' && { note: form.note }),
  };
  const faults: readonly ProposalFault[] =
    date.status === 'wrong' ? [{ field: 'source.date', code: 'not-a-date' }] : [];
  return { proposal, faults };
}

/** Of an undoing, or of what only takes back, with this reason for all of it. */
function withReason(list: Proposal, reason: string): Proposal {
  return {
    ...list,
    changes: list.changes.map((change): Change =>
      change.kind === 'retraction' ? { ...change, reason } : change,
    ),
    ...(list.undoes && { undoes: { ...list.undoes, reason } }),
  };
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
  { changes, undoes }: Pick<Proposal, 'changes' | 'undoes'>,
  today: Day,
): string | null {
  // An undoing has dates among its rows.
  if (undoes) return null;
  const tracks = new Set(changes.map(({ track }) => track));
  const [track] = tracks;
  if (track === undefined || tracks.size > 1) return null;
  const known = tracksOfDivision(knowledge, division, today);
  return known.some((each) => each.track.id === track) ? track : null;
}
