/** What the places of a submission would change: how many units get a position, another one, or none. */
import type { Knowledge } from './knowledge.ts';
import { geometryText, type PlaceGeometry } from './place-geometry.ts';
import type { Proposal } from './submission.ts';

export type PlaceVerdict = 'new' | 'moved' | 'removed' | 'same';

export interface PlaceEffect {
  readonly division: string;
  readonly verdict: PlaceVerdict;
  readonly before: PlaceGeometry | null;
  readonly after: PlaceGeometry | null;
}

export interface PlacesEffect {
  readonly places: readonly PlaceEffect[];
  readonly counts: Readonly<Record<PlaceVerdict, number>>;
}

/** `null`: the proposal gives none. A unit there is not has no effect. */
export function placesEffect(before: Knowledge, { places }: Proposal): PlacesEffect | null {
  if (!places) return null;
  const effects = places
    .filter(({ division }) => before.divisions.has(division))
    .map(({ division, geometry: after }): PlaceEffect => {
      const present = before.places.get(division)?.geometry ?? null;
      return { division, verdict: verdictOf(present, after), before: present, after };
    });
  const counts = { new: 0, moved: 0, removed: 0, same: 0 };
  for (const { verdict } of effects) counts[verdict] += 1;
  return { places: effects, counts };
}

function verdictOf(before: PlaceGeometry | null, after: PlaceGeometry | null): PlaceVerdict {
  if (geometryText(before) === geometryText(after)) return 'same';
  if (after === null) return 'removed';
  return before === null ? 'new' : 'moved';
}

/** The same text for the same effect. */
export function placesText(effect: PlacesEffect | null): readonly unknown[] {
  return (effect?.places ?? []).map(({ division, before, after }) => [
    division,
    geometryText(before),
    geometryText(after),
  ]);
}
