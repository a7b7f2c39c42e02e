/** What the quotas of a submission would change: each county's part, and the sum against the target. */
import { intervalOf, type Day } from './date.ts';
import type { Knowledge } from './knowledge.ts';
import { quotaSum, type QuotaSum } from './quota.ts';
import { quotasOf, quotaTarget } from './quota-standing.ts';
import type { Proposal } from './submission.ts';

export interface QuotaEffect {
  readonly division: string;
  readonly track: string;
  /** `null`: none is in force. */
  readonly before: number | null;
  readonly after: number | null;
}

/** The quotas of a track together, of all counties, beside what its target asks for. */
export interface QuotaSumEffect {
  readonly track: string;
  /** `null`: the track has no target. */
  readonly target: string | null;
  readonly before: QuotaSum;
  readonly after: QuotaSum;
}

export interface QuotasEffect {
  /** The day both sides are told of: the first on which the quotas hold, `at` where that is past. */
  readonly at: Day;
  readonly counties: readonly QuotaEffect[];
  readonly sums: readonly QuotaSumEffect[];
}

/** `null`: the proposal sets none. What a draft names wrongly has no effect. */
export function quotasEffect(
  before: Knowledge,
  after: Knowledge,
  { quotas }: Proposal,
  today: Day,
): QuotasEffect | null {
  if (!quotas) return null;
  const from = intervalOf(quotas.effective)?.end ?? today;
  const at = from > today ? from : today;
  const known = quotas.counts.filter(
    ({ division, track }) => before.tracks.has(track) && before.divisions.has(division),
  );
  const tracks = [...new Set(known.map(({ track }) => track))];
  const sides = new Map(
    tracks.map((track) => [
      track,
      { before: quotasOf(before, track, at), after: quotasOf(after, track, at) },
    ]),
  );
  return {
    at,
    counties: known.map(({ division, track }) => ({
      division,
      track,
      before: sides.get(track)?.before.get(division)?.count ?? null,
      after: sides.get(track)?.after.get(division)?.count ?? null,
    })),
    sums: [...sides].map(([track, side]) => {
      const aim = quotaTarget(before, track, at);
      const sumOf = (inForce: ReturnType<typeof quotasOf>): QuotaSum =>
        quotaSum(
          [...inForce.values()].map(({ count }) => count),
          aim?.required ?? null,
        );
      return {
        track,
        target: aim?.target ?? null,
        before: sumOf(side.before),
        after: sumOf(side.after),
      };
    }),
  };
}
