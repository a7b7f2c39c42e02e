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
import type { ImportView } from './import-view.ts';
import type { ImportRowView } from './import-row.ts';
import { datumView, type DatumFacts, type DatumView } from './place-datum-view.ts';
import { placesHref } from './place-import-page.ts';
import { placeImportRow } from './place-import-row.ts';
import { nameOf } from './proposal-words.ts';
import { listLinks, pagerOf, rowsHref, type RowsPage } from './row-lists.ts';

export type OtherPlaceList = Exclude<PlaceVerdict, 'doubt' | 'wrong'>;
export const otherPlaceLists = [
  'new',
  'moved',
  'same',
  'left-out',
] as const satisfies OtherPlaceList[];

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
  readonly mend: RowsPage<PlaceRow>;
  readonly list: OtherPlaceList;
  readonly listCounts: Readonly<Record<OtherPlaceList, number>>;
  readonly other: RowsPage<PlaceRow>;
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
  const shown = { mend: mend.page, list, page: other.page };
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
            pager: pagerOf(mend, (page) => rowsHref({ ...shown, mend: page }), say),
          },
    lists: listLinks(otherPlaceLists, shown, (each) =>
      say.importing.listTitle(placing.verdicts[each], facts.listCounts[each]),
    ),
    rows: other.rows.map(rowView),
    pager: pagerOf(other, (page) => rowsHref({ ...shown, page }), say),
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
