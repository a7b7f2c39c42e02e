/**
 * What a register shows: one selection for the list, the counts, the pager and the downloads, so
 * they cannot disagree (DESIGN §6).
 */
import type { Day } from './date.ts';
import { countyCode, type DivisionCode } from './division.ts';
import { trackKnowledge, type Knowledge } from './knowledge.ts';
import { targetProgress } from './progress.ts';
import { foldSearch, matchesSearch, type ReadingsOf } from './register-search.ts';
import { sortUnits, type RegisterSortKey } from './register-sort.ts';
import {
  registerUnits,
  targetOfLevel,
  unitStates,
  type RegisterLevel,
  type RegisterUnit,
  type UnitState,
} from './register-unit.ts';

export interface RegisterQuery {
  readonly level: RegisterLevel;
  readonly at: Day;
  /** As it was typed; empty asks for every unit. */
  readonly search: string;
  readonly county: DivisionCode | null;
  readonly state: UnitState | null;
  readonly batch: string | null;
  readonly sort: RegisterSortKey;
  readonly isDescending: boolean;
}

export interface RegisterSelection {
  readonly query: RegisterQuery;
  readonly knownAt: Day | undefined;
  /** Units of the register on the day, whatever the filter. */
  readonly total: number;
  /** Of the total, by state: `counted` is what the target names. */
  readonly counts: Readonly<Record<UnitState, number>>;
  /** What all of the filter but its state leaves, by state. */
  readonly found: Readonly<Record<UnitState, number>>;
  /** Of the total, the ones between the target's named units and its upper bound. */
  readonly mayCount: number;
  /** The bounds of the target, where the programme sets one for this level. */
  readonly bounds: { readonly low: number; readonly high: number } | null;
  /** What the filter leaves, in the order asked for. */
  readonly units: readonly RegisterUnit[];
}

/** What the query shows of what is known. */
export function selectRegister(
  knowledge: Knowledge,
  query: RegisterQuery,
  readingsOf: ReadingsOf,
): RegisterSelection {
  const all = registerUnits(knowledge, query.level, query.at);
  const target = targetOfLevel(knowledge, query.level);
  const bounds = target && targetProgress(knowledge, target, query.at);
  const search = foldSearch(query.search);
  const found = all.filter(
    ({ division, event }) =>
      (query.county === null || countyCode(division.code) === query.county) &&
      (query.batch === null || event?.batch === query.batch) &&
      matchesSearch(division, search, readingsOf),
  );
  const shown = query.state === null ? found : found.filter(({ state }) => state === query.state);
  return {
    query,
    knownAt: knowledge.knownAt,
    total: all.length,
    counts: countStates(all),
    found: countStates(found),
    mayCount: all.filter(({ mayCount }) => mayCount).length,
    bounds: bounds ? { low: bounds.low, high: bounds.high } : null,
    units: sortUnits(knowledge, shown, query.sort, query.isDescending),
  };
}

/** How many of the units are in each state. */
export function countStates(
  units: readonly Pick<RegisterUnit, 'state'>[],
): Readonly<Record<UnitState, number>> {
  const counts = { counted: 0, possible: 0, left: 0, none: 0, unreported: 0 };
  for (const { state } of units) counts[state] += 1;
  return counts;
}

/** The batches that events in force on the level's track name, on whatever day, the latest first. */
export function batchesOf(knowledge: Knowledge, level: RegisterLevel): readonly string[] {
  const batches = new Set<string>();
  for (const events of trackKnowledge(knowledge, level).events.values()) {
    for (const { event } of events) if (event.batch !== undefined) batches.add(event.batch);
  }
  return [...batches].sort().reverse();
}

/** The states in which some unit of the selection's register is, in their order. */
export function statesThatOccur({ counts }: Pick<RegisterSelection, 'counts'>): UnitState[] {
  return unitStates.filter((state) => counts[state] > 0);
}
