/** Where a quota can stand: each county under each track that has a target to be shared out. */
import type { Day } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import { suggestQuotas } from '../../domain/quota.ts';
import { eligibleUnits, quotasOf, quotaTarget } from '../../domain/quota-standing.ts';

export interface QuotaSeat {
  readonly track: string;
  readonly division: DivisionCode;
  /** Name of its field in the form. */
  readonly field: string;
  /** Units there are to choose from. */
  readonly eligible: number;
  /** In force; `null`: none. */
  readonly present: number | null;
  /** The county's part in proportion to its eligible units. */
  readonly suggestion: number;
}

export interface QuotaTrack {
  readonly id: string;
  /** What the target asks for. */
  readonly required: number;
  readonly seats: readonly QuotaSeat[];
}

/** The tracks whose target is shared out, each with its counties in the order of codes. */
export function quotaTracks(knowledge: Knowledge, at: Day): readonly QuotaTrack[] {
  return [...knowledge.tracks.values()].flatMap(({ track: { id, level } }): QuotaTrack[] => {
    const aim = quotaTarget(knowledge, id, at);
    if (!aim || (level !== 'township' && level !== 'village')) return [];
    const eligible = eligibleUnits(knowledge, id, at);
    const inForce = quotasOf(knowledge, id, at);
    const suggested = suggestQuotas(aim.required, eligible);
    const codes = [...new Set([...eligible.keys(), ...inForce.keys()])].sort();
    const seats = codes.map((division) => ({
      track: id,
      division,
      field: `count-${id}-${division}`,
      eligible: eligible.get(division) ?? 0,
      present: inForce.get(division)?.count ?? null,
      suggestion: suggested.get(division) ?? 0,
    }));
    return [{ id, required: aim.required, seats }];
  });
}

/** The field of a county under a track; `null`: there is none. */
export function fieldOfSeat(
  tracks: readonly QuotaTrack[],
  { track, division }: Pick<QuotaSeat, 'track' | 'division'>,
): string | null {
  const seats = tracks.find(({ id }) => id === track)?.seats ?? [];
  return seats.find((seat) => seat.division === division)?.field ?? null;
}
