/** What is wrong with the positions a proposal gives, each at its field, as far as figures tell. */
import type { Division } from './division.ts';
import { geometryFault, geometryText } from './place-geometry.ts';
import { isWithin, type KnownFacts } from './proposal-facts.ts';
import type { ProposalFault, ProposalFaultCode, ProposedPlace } from './submission.ts';

/** Places one submission may hold: more than the townships and villages of a prefecture. */
export const maxPlaces = 5000;

/**
 * The faults of the places of a submission of `division`. That a point lies outside its county is none
 * here: it is a doubt that whoever imported it has settled.
 */
export function placeFaults(
  places: readonly ProposedPlace[],
  division: Division,
  facts: KnownFacts,
): readonly ProposalFault[] {
  if (places.length > maxPlaces) {
    return [{ field: 'places', code: 'too-long', values: { limit: String(maxPlaces) } }];
  }
  const seen = new Set<string>();
  return places.flatMap((place, index): readonly ProposalFault[] => {
    const field = `places.${index}`;
    const unit = unitFault(place, division, facts);
    const values = { division: place.division.slice(0, 40) };
    if (unit) return [{ field: `${field}.division`, code: unit, values }];
    const isTwice = seen.has(place.division);
    seen.add(place.division);
    // A draft may name a unit twice, and must be read again all the same.
    const problem = place.geometry && geometryFault(place.geometry);
    if (problem) {
      return [{ field: `${field}.geometry`, code: 'invalid-geometry', values: { problem } }];
    }
    if (isTwice) return [{ field: `${field}.division`, code: 'twice', values }];
    const present = facts.places.get(place.division)?.geometry ?? null;
    return geometryText(present) === geometryText(place.geometry)
      ? [{ field: `${field}.geometry`, code: 'same-as-now' }]
      : [];
  });
}

function unitFault(
  { division: code }: ProposedPlace,
  division: Division,
  facts: KnownFacts,
): ProposalFaultCode | null {
  const unit = facts.divisions.get(code);
  if (code === '') return 'required';
  if (!unit) return 'unknown-division';
  if (unit.level !== 'township' && unit.level !== 'village') return 'wrong-level';
  return isWithin(unit.code, division.code, facts) ? null : 'other-county';
}
