/** Whether proposed changes give a title that counts: then a document with its file is needed. */
import type { Day } from './date.ts';
import { fold } from './fold.ts';
import { proposedEvents, recordedAfter } from './proposed-events.ts';
import { unitKey, type KnownFacts } from './proposal-facts.ts';
import type { Change } from './submission.ts';

/**
 * A change to a stage that counts does. So does taking events back, where that brings a title to
 * life: "the revocation was a mistake" gives the title as much as "it was named".
 */
export function needsDocument(changes: readonly Change[], facts: KnownFacts, today: Day): boolean {
  const namesOne = changes.some(
    (change) => change.kind !== 'retraction' && countsAt(change, facts),
  );
  if (namesOne) return true;
  return [...Map.groupBy(changes, unitKey).values()].some((ofUnit) => {
    const taking = ofUnit.find(({ kind }) => kind !== 'reached');
    return taking !== undefined && givesTitleBack(taking, ofUnit, facts, today);
  });
}

function countsAt({ track, stage }: { track: string; stage: string }, facts: KnownFacts): boolean {
  const stages = facts.tracks.get(track)?.stages ?? [];
  return stages.some(({ id, counts }) => id === stage && counts);
}

/** All that is proposed for the unit is taken together: two revocations may both have been mistakes. */
function givesTitleBack(
  unit: Pick<Change, 'division' | 'track'>,
  ofUnit: readonly Change[],
  facts: KnownFacts,
  today: Day,
): boolean {
  const track = facts.tracks.get(unit.track);
  if (!track) return false;
  const events = facts.eventsOf(unit);
  const recordedAt = recordedAfter(
    { events, statements: [], reporting: [], quotas: [], places: [] },
    Date.parse(today),
  );
  // No event has the id `-1`, which only the order of facts recorded at one instant would ask for.
  const proposed = proposedEvents('', ofUnit, recordedAt);
  const before = fold(events, track, { at: today });
  const after = fold([...events, ...proposed], track, { at: today });
  return (after.surelyCounts && !before.surelyCounts) || (after.mayCount && !before.mayCount);
}
