/** What a list of townships or villages would change county by county: titles held before and after. */
import type { Day } from './date.ts';
import { countyCode, type DivisionCode } from './division.ts';
import { knowledgeOf } from './knowledge.ts';
import type { ProgrammeData } from './programme-data.ts';
import type { UnitEffect } from './review.ts';
import { countyStandings } from './standing.ts';

export interface CountyEffect {
  readonly division: DivisionCode;
  /** Units that surely count on that day. */
  readonly before: number;
  readonly after: number;
  /** The county's part of the target; `null`: none is set for it. */
  readonly quota: number | null;
}

/**
 * The counties that have one of these units, in the order of codes, as they stand on `at`. `track`: one
 * whose units are townships or villages; of another it answers nothing.
 */
export function countyEffects(
  data: ProgrammeData,
  track: string,
  units: readonly UnitEffect[],
  at: Day,
): readonly CountyEffect[] {
  const touched = Map.groupBy(
    units.filter((unit) => unit.track === track),
    ({ division }) => countyCode(division),
  );
  if (touched.size === 0) return [];
  return countyStandings(knowledgeOf(data), at).flatMap(
    ({ division, townships, villages }): readonly CountyEffect[] => {
      const here = touched.get(division.code);
      const tally = [townships, villages].find((each) => each.track === track);
      if (!here || !tally) return [];
      const { counted, quota } = tally;
      const gained = here.filter(({ before, after }) => after.counts && !before.counts).length;
      const lost = here.filter(({ before, after }) => before.counts && !after.counts).length;
      return [{ division: division.code, before: counted, after: counted + gained - lost, quota }];
    },
  );
}
