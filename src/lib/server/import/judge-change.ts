/** What a row says of a unit, set against what is on record: new, the same, or otherwise. */
import { intervalOf, type PartialDate } from '../../domain/date.ts';
import type { Division } from '../../domain/division.ts';
import type { KnownEvent } from '../../domain/fold.ts';
import type { Verdict } from '../../domain/ledger.ts';
import type { Stage } from '../../domain/programme.ts';
import type { Change } from '../../domain/submission.ts';

export interface Said {
  readonly unit: Division;
  readonly track: string;
  readonly stage: Stage;
  readonly effective: PartialDate;
  readonly batch?: string | undefined;
  /** Where it is written, for the reason of a correction: in the language of the data. */
  readonly place: string;
}

export interface Judged {
  readonly verdict: Extract<Verdict, 'new' | 'same' | 'changed'>;
  readonly change: Change | null;
}

/**
 * `events`: those in force of the unit on the track, in the fold's order. The same: confirmed at that stage
 * on that date, or on one the row's vaguer date contains, as a year says nothing against a day of it.
 * Otherwise the event of that stage beside which the row's date falls is corrected, with no other stage
 * between: a unit that lost the title and got it again has not got it on another date.
 */
export function judgeChange(said: Said, events: readonly KnownEvent[]): Judged {
  const { unit, track, stage, effective, batch } = said;
  const ofStage = events.filter((event) => event.stage.id === stage.id);
  if (ofStage.some((event) => event.isConfirmed && contains(effective, event))) {
    return { verdict: 'same', change: null };
  }
  const what = {
    division: unit.code,
    track,
    stage: stage.id,
    effective,
    ...(batch !== undefined && { batch }),
  };
  const known = besides(events, stage, effective);
  // An inferred event of that date is not wrong: it is confirmed, by an event beside it.
  if (!known || known.event.effective === effective) {
    return { verdict: 'new', change: { kind: 'reached', ...what } };
  }
  const reason = `${said.place}的日期为${effective}，原记录为${known.event.effective}，据此更正。`;
  return {
    verdict: 'changed',
    change: { kind: 'correction', ...what, retracts: known.id, reason },
  };
}

function contains(effective: PartialDate, { event }: KnownEvent): boolean {
  const written = intervalOf(effective);
  const known = intervalOf(event.effective);
  return (
    written !== undefined &&
    known !== undefined &&
    written.start <= known.start &&
    known.end <= written.end
  );
}

/** The event of the stage just before or just after the date, if no other stage stands there. */
function besides(
  events: readonly KnownEvent[],
  stage: Stage,
  effective: PartialDate,
): KnownEvent | undefined {
  const end = intervalOf(effective)?.end ?? effective;
  const after = events.findIndex((event) => event.effective.end > end);
  const at = after === -1 ? events.length : after;
  return [events[at - 1], events[at]].find((event) => event?.stage.id === stage.id);
}
