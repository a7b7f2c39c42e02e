/** The preview of a file of positions: what was found, in which datum, and the lines a page at a time. */
import type { Knowledge } from '../../domain/knowledge.ts';
import { maxPlaces } from '../../domain/place-faults.ts';
import {
  placeVerdicts,
  type PlaceChoices,
  type PlaceLevel,
  type PlaceRow,
  type PlaceVerdict,
  type TypedPlaceSource,
} from '../../domain/place-import.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { submissionHref } from './desk-view.ts';
import { pagerOf, type ImportView } from './import-view.ts';
import type { ImportRowView } from './import-row.ts';
import { datumView, type DatumFacts, type DatumView } from './place-datum-view.ts';
import { placesHref } from './place-import-page.ts';
import { placeImportRow } from './place-import-row.ts';
import { nameOf } from './proposal-words.ts';

/** A list of lines, a page of it read. */
export interface PlaceRowsPage {
  readonly count: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly rows: readonly PlaceRow[];
}

export type OtherPlaceList = Exclude<PlaceVerdict, 'doubt' | 'wrong'>;
export const otherPlaceLists: readonly OtherPlaceList[] = ['new', 'moved', 'same', 'left-out'];

export interface PlaceImportFacts extends DatumFacts {
  readonly id: string;
  readonly name: string;
  readonly level: PlaceLevel;
  readonly division: string;
  readonly uploadedAt: string;
  readonly submission: string | null;
  readonly choices: PlaceChoices;
  readonly counts: Readonly<Record<PlaceVerdict, number>>;
  readonly rowCount: number;
  readonly placeCount: number;
  readonly fingerprint: string;
  readonly mend: PlaceRowsPage;
  readonly list: OtherPlaceList;
  readonly listCounts: Readonly<Record<OtherPlaceList, number>>;
  readonly other: PlaceRowsPage;
}

export interface PlaceImportView extends Pick<
  ImportView,
  'total' | 'mend' | 'rows' | 'lists' | 'pager' | 'blocked' | 'confirming' | 'without'
> {
  /** Of the page itself. */
  readonly address: string;
  readonly title: string;
  readonly about: string;
  readonly submissionHref: string | null;
  readonly fingerprint: string;
  readonly counts: ImportView['counts'];
  readonly datum: DatumView;
  readonly source: TypedPlaceSource;
  readonly layers: readonly {
    readonly name: string;
    readonly rows: string;
    readonly system: string;
    readonly encoding: string;
  }[];
}

export function placeImportView(
  knowledge: Knowledge,
  facts: PlaceImportFacts,
  say: Sentences,
): PlaceImportView {
  const { placing, review } = say;
  const { counts, mend, list, other } = facts;
  const unsettled = counts.doubt + counts.wrong;
  const rowView = (row: PlaceRow): ImportRowView =>
    placeImportRow(knowledge, row, facts.choices.rows, say);
  const where = { mend: mend.page, list, page: other.page };
  return {
    address: placesHref(facts.id),
    title: placing.titleOf(facts.name),
    about: placing.about(
      facts.level,
      nameOf(knowledge, facts.division, say),
      review.moment(facts.uploadedAt),
    ),
    total: placing.total(facts.rowCount),
    submissionHref: facts.submission === null ? null : submissionHref(facts.submission),
    fingerprint: facts.fingerprint,
    counts: placeVerdicts.map((verdict) => ({
      verdict: verdict === 'moved' ? 'changed' : verdict,
      words: placing.verdicts[verdict],
      hint: placing.verdictHints[verdict],
      number: say.format.count(counts[verdict]),
      needsAttention: (verdict === 'doubt' || verdict === 'wrong') && counts[verdict] > 0,
    })),
    datum: datumView(facts, say),
    source: facts.choices.source,
    layers: facts.layers.map(({ name, rows, system, encoding }) => ({
      name: name ?? placing.words.unnamed,
      rows: say.format.count(rows),
      system: system ?? '',
      encoding: encoding ?? '',
    })),
    mend:
      mend.count === 0
        ? null
        : {
            title: placing.mendTitle(mend.count),
            rows: mend.rows.map(rowView),
            pager: pagerOf(mend, (page) => hrefOf({ ...where, mend: page }), say),
          },
    lists: otherPlaceLists.map((each) => ({
      title: say.importing.listTitle(placing.verdicts[each], facts.listCounts[each]),
      href: hrefOf({ mend: mend.page, list: each, page: 1 }),
      isHere: each === list,
    })),
    rows: other.rows.map(rowView),
    pager: pagerOf(other, (page) => hrefOf({ ...where, page }), say),
    blocked: blockedBy(facts, unsettled, placing.words),
    confirming: placing.confirming(facts.placeCount),
    without: unsettled > 0 ? placing.without(unsettled) : null,
  };
}

function blockedBy(
  { isDatumAsked, placeCount }: PlaceImportFacts,
  unsettled: number,
  words: Sentences['placing']['words'],
): string | null {
  if (isDatumAsked) return words.datumFirst;
  if (placeCount === 0) return unsettled > 0 ? words.nothingYet : words.nothing;
  return placeCount > maxPlaces ? words.tooMany : null;
}

/** The same page with another list or page of it. */
function hrefOf(at: {
  readonly mend: number;
  readonly list: OtherPlaceList;
  readonly page: number;
}): string {
  const query = new URLSearchParams({ rows: at.list });
  if (at.page > 1) query.set('page', String(at.page));
  if (at.mend > 1) query.set('mend', String(at.mend));
  return `?${query}`;
}
