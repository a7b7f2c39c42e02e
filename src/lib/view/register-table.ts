/** The rows of a register in words, and the ways to another order. */
import type { RegisterSortKey } from '../domain/register-sort.ts';
import type { RegisterUnit, UnitState } from '../domain/register-unit.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { ViewState } from '../map/url-state.ts';
import { countyHref } from './link.ts';
import { placeName, type NameView } from './place-name.ts';
import { townshipHref } from './register-link.ts';
import { sourceView, type SourceView } from './source-list.ts';

export interface PlaceView {
  readonly name: NameView;
  /** The place's own page; `null`: it has none. */
  readonly href: string | null;
}

export interface RegisterRowView extends PlaceView {
  readonly code: string;
  /** The county, then the township of a village. */
  readonly within: readonly PlaceView[];
  readonly state: UnitState;
  readonly stateName: string;
  /** What qualifies the state: uncertain, under review. */
  readonly notes: readonly string[];
  readonly date: string | null;
  /** Batches and documents are named in Chinese in every language of the page. */
  readonly batch: string | null;
  readonly source: { readonly id: string; readonly title: string } | null;
}

export type RegisterColumnKey = 'name' | 'code' | 'county' | 'status' | 'date' | 'batch' | 'source';

export interface RegisterColumnView {
  readonly key: RegisterColumnKey;
  readonly label: string;
  /** Sorts by the column; `null`: the rows stay as they are. */
  readonly href: string | null;
  readonly sorted: 'ascending' | 'descending' | null;
}

export interface RegisterTableView {
  readonly columns: readonly RegisterColumnView[];
  readonly rows: readonly RegisterRowView[];
}

export interface RegisterOrder {
  readonly sort: RegisterSortKey;
  readonly isDescending: boolean;
}

const columnKeys: readonly RegisterColumnKey[] = [
  'name',
  'code',
  'county',
  'status',
  'date',
  'batch',
  'source',
];

function isSortKey(key: RegisterColumnKey): key is RegisterColumnKey & RegisterSortKey {
  return key !== 'batch' && key !== 'source';
}

/** The columns of a register: each that can be sorted by leads to that order, again turns it round. */
export function sortableColumns(
  order: RegisterOrder,
  hrefOf: (order: RegisterOrder) => string,
  say: Sentences,
): readonly RegisterColumnView[] {
  return columnKeys.map((key) => {
    const label = say.register.words.columns[key];
    if (!isSortKey(key)) return { key, label, href: null, sorted: null };
    const isSorted = order.sort === key;
    // The newest first; all else begins where the alphabet, the codes or the states begin.
    const isDescending = isSorted ? !order.isDescending : key === 'date';
    return {
      key,
      label,
      href: hrefOf({ sort: key, isDescending }),
      sorted: isSorted ? (order.isDescending ? 'descending' : 'ascending') : null,
    };
  });
}

/** The columns of a table whose rows all lie in one township, in the order of codes. */
export function plainColumns(say: Sentences): readonly RegisterColumnView[] {
  return columnKeys
    .filter((key) => key !== 'county')
    .map((key) => ({ key, label: say.register.words.columns[key], href: null, sorted: null }));
}

export function registerRow(
  unit: RegisterUnit,
  { sources }: Knowledge,
  when: Pick<ViewState, 'at' | 'knownAt'>,
  say: Sentences,
): RegisterRowView {
  const { division, county, township, state, event } = unit;
  return {
    code: division.code,
    name: placeName(division, say.language),
    href: division.level === 'township' ? townshipHref(division.code, when) : null,
    within: [
      ...(county
        ? [{ name: placeName(county, say.language), href: countyHref(county.code, when) }]
        : []),
      ...(township
        ? [{ name: placeName(township, say.language), href: townshipHref(township.code, when) }]
        : []),
    ],
    state,
    stateName: say.county.unitStates[state],
    notes: notesOf(unit, say),
    date: event && say.format.date(event.effective),
    batch: event?.batch ?? null,
    source: event && {
      id: event.source,
      title: sources.get(event.source)?.title ?? event.source,
    },
  };
}

function notesOf(
  { state, stage, event, isPossible, isUnderReview }: RegisterUnit,
  say: Sentences,
): readonly string[] {
  const notes: string[] = [];
  // A step on the road is none of the states, which speak of the title alone.
  if (stage && !stage.counts && !stage.exit) notes.push(stage.name[say.language]);
  if (isPossible && state !== 'possible') {
    notes.push(
      say.standing.certaintyWord(event?.certainty === 'inferred' ? 'inferred' : 'partial'),
    );
  }
  if (isUnderReview) notes.push(say.register.underReview);
  return notes;
}

/** The documents behind the units, each once, in the order of the data's list. */
export function sourcesOf(
  units: readonly RegisterUnit[],
  { sources }: Knowledge,
  say: Sentences,
): readonly SourceView[] {
  const cited = new Set(units.map(({ event }) => event?.source));
  return [...sources.values()]
    .filter(({ id }) => cited.has(id))
    .map((source) => sourceView(source, say));
}
