/** The quotas as they are typed. Pure: a form that was sent becomes a `QuotaForm` whatever is in it. */
import type { Proposal } from '../../domain/submission.ts';
import { boxesFrom, boxesOf, emptyBoxes, type DateBoxes } from './date-boxes.ts';
import { fieldOfSeat, type QuotaSeat, type QuotaTrack } from './quota-seats.ts';
import { lineOf, textOf, wholeNumberOf } from './typed-text.ts';

/** Everything as it was typed. */
export interface QuotaForm {
  /** Made with the empty form, so that sending it twice makes one draft. */
  readonly key: string;
  /** The version of the submission that was shown; `null`: there is none yet. */
  readonly version: number | null;
  /** By the name of the field; an empty one keeps the quota there is. */
  readonly counts: Readonly<Record<string, string>>;
  readonly effective: DateBoxes;
  readonly title: string;
  readonly publisher: string;
  readonly documentNumber: string;
  readonly documentDate: DateBoxes;
  readonly location: string;
  readonly note: string;
}

/** The present quotas; of a track that has none, the suggestion to start from. */
export function freshQuotaForm(key: string, tracks: readonly QuotaTrack[]): QuotaForm {
  return {
    key,
    version: null,
    counts: Object.fromEntries(tracks.flatMap(freshCounts)),
    effective: emptyBoxes,
    title: '',
    publisher: '',
    documentNumber: '',
    documentDate: emptyBoxes,
    location: '',
    note: '',
  };
}

function freshCounts({ seats }: QuotaTrack): readonly (readonly [string, string])[] {
  const isFirst = seats.every(({ present }) => present === null);
  return seats.map(({ field, present, suggestion }) => [
    field,
    isFirst ? String(suggestion) : String(present ?? ''),
  ]);
}

/** The form with the suggestion in every field. */
export function withSuggestions(form: QuotaForm, tracks: readonly QuotaTrack[]): QuotaForm {
  const seats = tracks.flatMap((track) => track.seats);
  const counts = seats.map(({ field, suggestion }) => [field, String(suggestion)]);
  return { ...form, counts: Object.fromEntries(counts) };
}

/** What was sent, whatever it is: a field that is missing is empty, of a repeated one the first counts. */
export function readQuotaForm(data: FormData, tracks: readonly QuotaTrack[]): QuotaForm {
  const seats = tracks.flatMap((track) => track.seats);
  return {
    key: lineOf(data, 'key'),
    version: wholeNumberOf(lineOf(data, 'version')),
    counts: Object.fromEntries(seats.map(({ field }) => [field, lineOf(data, field)])),
    effective: boxesOf(data, 'effective'),
    title: lineOf(data, 'title'),
    publisher: lineOf(data, 'publisher'),
    documentNumber: lineOf(data, 'documentNumber'),
    documentDate: boxesOf(data, 'documentDate'),
    location: lineOf(data, 'location'),
    note: textOf(data, 'note'),
  };
}

/** The form that proposes it: what it leaves alone stands at the present quota. */
export function quotaFormOf(
  { quotas, source, note }: Proposal,
  tracks: readonly QuotaTrack[],
  of: Pick<QuotaForm, 'key' | 'version'>,
): QuotaForm {
  const present = tracks.flatMap(({ seats }) =>
    seats.map((seat): readonly [string, string] => [seat.field, String(seat.present ?? '')]),
  );
  const proposed = (quotas?.counts ?? []).flatMap(({ count, ...seat }) => {
    const field = fieldOfSeat(tracks, seat);
    return field === null ? [] : [[field, count ?? ''] as const];
  });
  return {
    ...of,
    counts: Object.fromEntries([...present, ...proposed]),
    effective: boxesFrom(quotas?.effective),
    title: source?.title ?? '',
    publisher: source?.publisher ?? '',
    documentNumber: source?.documentNumber ?? '',
    documentDate: boxesFrom(source?.date),
    location: source?.location ?? '',
    note: note ?? '',
  };
}

/** What the field asks of the county: what was typed, and where nothing was, the present quota. */
export function countAsked(form: QuotaForm, { field, present }: QuotaSeat): number {
  const text = form.counts[field] ?? '';
  return text === '' ? (present ?? 0) : (wholeNumberOf(text) ?? 0);
}
