/** The facts a proposal is judged by, indexed for the units and events it names. */
import type { Day } from './date.ts';
import type { Division, DivisionCode } from './division.ts';
import { isRetractedAmong } from './fold.ts';
import { knowledgeOf } from './knowledge.ts';
import type { LocatedPlace } from './place.ts';
import type { Track } from './programme.ts';
import type { ProgrammeData } from './programme-data.ts';
import { eligibleUnits, quotasOf } from './quota-standing.ts';
import type { Quota, StatusEvent } from './status.ts';
import type { Change, Proposal } from './submission.ts';

export interface KnownFacts {
  readonly divisions: ReadonlyMap<DivisionCode, Division>;
  readonly tracks: ReadonlyMap<string, Track>;
  readonly events: ReadonlyMap<string, StatusEvent>;
  isRetracted(event: string): boolean;
  /** All events of a unit on a track that the proposal touches, retracted or not. */
  eventsOf(change: Pick<Change, 'division' | 'track'>): readonly StatusEvent[];
  /** Divisions counted for the track. */
  unitsOf(track: string): readonly Division[];
  /** The day up to which the division is reported on the track; `null`: never. */
  reportedTo(track: string, division: DivisionCode): Day | null;
  /** The quotas of the track in force on a day, by county. */
  quotasOf(track: string, at: Day): ReadonlyMap<DivisionCode, Quota>;
  /** How many units of the track there are on a day, by county. */
  eligibleUnits(track: string, at: Day): ReadonlyMap<DivisionCode, number>;
  readonly places: ReadonlyMap<DivisionCode, LocatedPlace>;
}

/** The same text for the same unit on the same track. */
export const unitKey = ({ division, track }: Pick<Change, 'division' | 'track'>): string =>
  `${track} ${division}`;

/** The facts of the data, as far as a proposal of these changes asks for them. */
export function indexFacts(
  data: ProgrammeData,
  { changes }: Pick<Proposal, 'changes'>,
): KnownFacts {
  const { events } = data.status;
  const touched = new Map<string, StatusEvent[]>(changes.map((change) => [unitKey(change), []]));
  for (const event of events) touched.get(unitKey(event))?.push(event);
  // Reporting, quotas and places are asked of the knowledge, which knows the rules; its events are not.
  const knowledge = knowledgeOf({ ...data, status: { ...data.status, events: [] } });
  const { tracks, places } = knowledge;
  return {
    divisions: new Map(data.divisions.map((division) => [division.code, division])),
    tracks: new Map(data.programme.tracks.map((track) => [track.id, track])),
    events: new Map(events.map((event) => [event.id, event])),
    isRetracted: isRetractedAmong(events),
    eventsOf: (change) => touched.get(unitKey(change)) ?? [],
    unitsOf: (track) => tracks.get(track)?.units ?? [],
    reportedTo: (track, division) => tracks.get(track)?.reportedTo(division) ?? null,
    quotasOf: (track, at) => quotasOf(knowledge, track, at),
    eligibleUnits: (track, at) => eligibleUnits(knowledge, track, at),
    places,
  };
}

/** Whether the division is the other, or lies below it. */
export function isWithin(
  code: DivisionCode,
  above: DivisionCode,
  { divisions }: Pick<KnownFacts, 'divisions'>,
): boolean {
  for (let at: DivisionCode | null = code; at !== null; at = divisions.get(at)?.parent ?? null) {
    if (at === above) return true;
  }
  return false;
}
