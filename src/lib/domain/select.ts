/**
 * The selection: what one view shows. Map, legend, counts, table, cards and downloads all read
 * this one value, so they cannot disagree (DESIGN §6).
 */
import { classesOfTheme, classOfRow, measureOfTheme, type ThemeClass } from './classify.ts';
import type { Day } from './date.ts';
import type { DivisionCode } from './division.ts';
import type { Knowledge } from './knowledge.ts';
import { progress, type TargetProgress } from './progress.ts';
import { sortRows, type SortKey } from './sort.ts';
import { countyStandings, type CountyStanding, type Measure } from './standing.ts';
import { unreported, type Theme } from './theme.ts';

export interface SelectionQuery {
  readonly theme: Theme;
  readonly at: Day;
  /** Class ids to show, `unreported` among them; empty shows all. */
  readonly show: readonly string[];
  readonly sort: SortKey;
  readonly isDescending: boolean;
}

export interface CountyRow extends CountyStanding {
  /** Class of the theme. */
  readonly classId: string;
  /** Drawn as possible: what the class rests on is inferred or not yet sure to have happened. */
  readonly isPossible: boolean;
  /** Drawn under a hatch: the log is not complete up to the day. */
  readonly isUnreported: boolean;
  /** The last day for which what the theme shows was reported; `null`: never. */
  readonly reportedTo: Day | null;
  /** Whether the filter leaves it in. */
  readonly isShown: boolean;
}

export interface ClassCount extends ThemeClass {
  /** Rows of the class, whatever the filter. */
  readonly count: number;
  readonly possible: number;
  readonly unreported: number;
  /** Whether the filter shows the class. */
  readonly isShown: boolean;
}

export interface Selection {
  readonly query: SelectionQuery;
  readonly knownAt: Day | undefined;
  readonly targets: readonly TargetProgress[];
  /** What the theme holds counted units against; `null`: it counts none. */
  readonly measure: Measure | null;
  /** Every county-level division the theme speaks of, in the order asked for. */
  readonly rows: readonly CountyRow[];
  /** Classes from the furthest to the least known, each with its count. */
  readonly classes: readonly ClassCount[];
  readonly unreported: { readonly codes: readonly DivisionCode[]; readonly isShown: boolean };
}

/** What the query shows of what is known. */
export function select(knowledge: Knowledge, query: SelectionQuery): Selection {
  const standings = countyStandings(knowledge, query.at);
  const measure = measureOfTheme(query.theme, standings);
  const themeClasses = classesOfTheme(knowledge.programme, query.theme, measure);
  const shown = shownClasses(query.show, themeClasses);
  const rows = standings
    .map((standing) => rowOf(knowledge, standing, query, shown))
    .filter((row) => row !== null);
  const unreportedRows = rows.filter((row) => row.isUnreported);
  return {
    query,
    knownAt: knowledge.knownAt,
    targets: progress(knowledge, query.at),
    measure,
    rows: sortRows(rows, query.sort, query.isDescending),
    classes: themeClasses.map((themeClass) => {
      const members = rows.filter((row) => row.classId === themeClass.id);
      return {
        ...themeClass,
        count: members.length,
        possible: members.filter((row) => row.isPossible).length,
        unreported: members.filter((row) => row.isUnreported).length,
        isShown: shown.size === 0 || shown.has(themeClass.id),
      };
    }),
    unreported: {
      codes: unreportedRows.map((row) => row.division.code),
      isShown: shown.size === 0 || shown.has(unreported),
    },
  };
}

/** A link made before quotas were set, or on a day before them, names classes there are not: then all show. */
function shownClasses(
  show: readonly string[],
  classes: readonly ThemeClass[],
): ReadonlySet<string> {
  const known = new Set([unreported, ...classes.map(({ id }) => id)]);
  return new Set(show.filter((id) => known.has(id)));
}

function rowOf(
  knowledge: Knowledge,
  standing: CountyStanding,
  { theme }: SelectionQuery,
  shown: ReadonlySet<string>,
): CountyRow | null {
  const shownAs = classOfRow(knowledge.programme, theme, standing);
  if (shownAs === null) return null;
  return {
    ...standing,
    ...shownAs,
    isShown:
      shown.size === 0 ||
      shown.has(shownAs.classId) ||
      (shownAs.isUnreported && shown.has(unreported)),
  };
}
