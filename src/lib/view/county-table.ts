/** The table under the map: the rows of the selection, in words. */
import type { Programme } from '../domain/programme.ts';
import type { CountyRow, Selection } from '../domain/select.ts';
import type { SortKey } from '../domain/sort.ts';
import type { TrackStanding } from '../domain/standing.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { ViewState } from '../map/url-state.ts';
import { countyHref, homeHref } from './link.ts';
import { placeName, type NameView } from './place-name.ts';
import { standingFacts, tallyFacts } from './standing-words.ts';

export type TableColumn = Exclude<SortKey, 'code'>;

export interface CellView {
  readonly text: string;
  /** A second, quieter line. */
  readonly note: string | null;
}

export interface TableRowView {
  readonly code: string;
  readonly name: NameView;
  readonly href: string;
  readonly isOnMap: boolean;
  readonly isSelected: boolean;
  readonly national: CellView;
  readonly provincial: CellView;
  readonly townships: CellView;
  readonly villages: CellView;
  readonly reportedTo: string;
}

export interface TableView {
  readonly columns: readonly {
    readonly key: TableColumn;
    readonly href: string;
    readonly sorted: 'ascending' | 'descending' | null;
  }[];
  readonly rows: readonly TableRowView[];
  readonly count: string;
}

const columns: readonly TableColumn[] = ['name', 'national', 'provincial', 'townships', 'villages'];

/** `onMap`: the codes that have a shape. */
export function countyTable(
  programme: Programme,
  selection: Selection,
  view: ViewState,
  onMap: ReadonlySet<string>,
  say: Sentences,
): TableView {
  const shown = selection.rows.filter(({ isShown }) => isShown);
  return {
    columns: columns.map((key) => ({
      key,
      href: homeHref(view, nextOrder(view, key)),
      sorted: view.sort === key ? (view.isDescending ? 'descending' : 'ascending') : null,
    })),
    rows: shown.map((row) => ({
      code: row.division.code,
      name: placeName(row.division, say.language),
      href: countyHref(row.division.code, view),
      isOnMap: onMap.has(row.division.code),
      isSelected: row.division.code === view.county,
      national: trackCell(programme, row, row.national, say),
      provincial: trackCell(programme, row, row.provincial, say),
      townships: tallyCell('township', row, say),
      villages: tallyCell('village', row, say),
      reportedTo: row.reportedTo === null ? '—' : say.format.date(row.reportedTo),
    })),
    count: say.legend.shownOf(shown.length, selection.rows.length),
  };
}

/** Names begin at the start of the alphabet, stages and counts with the furthest; again turns round. */
function nextOrder(view: ViewState, key: TableColumn) {
  const isDescending = view.sort === key ? !view.isDescending : key !== 'name';
  return { sort: key, isDescending };
}

function trackCell(
  programme: Programme,
  row: CountyRow,
  standing: TrackStanding,
  say: Sentences,
): CellView {
  if (!row.division.countedFor.includes(standing.track)) return { text: '—', note: null };
  const { stage, effective, certainty, isReported } = standingFacts(programme, standing, say);
  const { stageWithDate, certaintyWord } = say.standing;
  if (stage === null) {
    const text = stageWithDate({ ...standingFacts(programme, standing, say), isReported });
    return { text, note: null };
  }
  const note = [effective && say.format.date(effective), certainty && certaintyWord(certainty)];
  return { text: stage, note: note.filter(Boolean).join(' · ') || null };
}

function tallyCell(level: 'township' | 'village', row: CountyRow, say: Sentences): CellView {
  const tally = level === 'township' ? row.townships : row.villages;
  return { text: say.standing.tallyShort(tallyFacts(level, tally)), note: null };
}
