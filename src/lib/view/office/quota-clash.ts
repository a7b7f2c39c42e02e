/** Two at once on the quotas: what I typed, what I had seen, and what stands there now. */
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { boxesText, type ClashRow } from './clash-view.ts';
import { nameOf, trackName } from './proposal-words.ts';
import type { QuotaForm } from './quota-form.ts';
import type { QuotaTrack } from './quota-seats.ts';

const lines = ['title', 'documentNumber', 'publisher', 'location', 'note'] as const;
const dates = ['effective', 'documentDate'] as const;

/** Rows that say anything; those that differ are marked. */
export function quotaClashRows(
  knowledge: Knowledge,
  tracks: readonly QuotaTrack[],
  sides: {
    readonly yours: QuotaForm;
    readonly seen: QuotaForm | null;
    readonly theirs: QuotaForm;
  },
  say: Sentences,
): readonly ClashRow[] {
  return fieldsOf(tracks).flatMap((field): ClashRow[] => {
    const yours = valueOf(sides.yours, field);
    const theirs = valueOf(sides.theirs, field);
    const seen = sides.seen && valueOf(sides.seen, field);
    if (yours === '' && theirs === '' && !seen) return [];
    const label = labelOf(knowledge, tracks, field, say);
    return [{ field, label, yours, seen, theirs, differs: yours !== theirs }];
  });
}

/** The form with the fields that `take-…` of what was sent asks for taken from the other side. */
export function takeTheirQuotas(
  data: FormData,
  yours: QuotaForm,
  theirs: QuotaForm,
  tracks: readonly QuotaTrack[],
): QuotaForm {
  let form = yours;
  for (const field of fieldsOf(tracks)) {
    if (data.get(`take-${field}`) !== 'theirs') continue;
    form = Object.hasOwn(yours.counts, field)
      ? { ...form, counts: { ...form.counts, [field]: theirs.counts[field] ?? '' } }
      : { ...form, [field]: theirs[field as (typeof lines)[number]] };
  }
  return form;
}

/** The fields that can be taken from either side. */
function fieldsOf(tracks: readonly QuotaTrack[]): readonly string[] {
  return [...tracks.flatMap(({ seats }) => seats.map(({ field }) => field)), ...dates, ...lines];
}

function valueOf(form: QuotaForm, field: string): string {
  const date = dates.find((name) => name === field);
  if (date) return boxesText(form[date]);
  const line = lines.find((name) => name === field);
  return line ? form[line] : (form.counts[field] ?? '');
}

function labelOf(
  knowledge: Knowledge,
  tracks: readonly QuotaTrack[],
  field: string,
  say: Sentences,
): string {
  const { words } = say.report;
  const labels: Readonly<Record<string, string>> = {
    effective: words.date,
    title: words.documentTitle,
    documentNumber: words.documentNumber,
    publisher: words.publisher,
    documentDate: words.documentDate,
    location: words.location,
    note: words.note,
  };
  const seat = tracks.flatMap(({ seats }) => seats).find((each) => each.field === field);
  if (!seat) return labels[field] ?? field;
  const county = nameOf(knowledge, seat.division, say);
  return say.quota.fieldName(county, trackName(knowledge, seat.track, say));
}
