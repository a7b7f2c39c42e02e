/** What is wrong with proposed positions beyond their figures: crossings, and positions far away. */
import type { ProposalFault, ProposedPlace } from '../../domain/submission.ts';
import type { LonLatBounds } from '../../map/projection.ts';
import { geometryFindings, type GeometryFinding } from '../data/check-places.ts';
import { geometryFrom } from '../facts/known-geometry.ts';

/**
 * The faults that the check of the data would find in the places once they are facts. `known`: what has
 * been found already; a geometry that is no sound one is not looked at again.
 */
export function groundFaults(
  places: readonly ProposedPlace[],
  extent: LonLatBounds | undefined,
  known: readonly ProposalFault[],
): readonly ProposalFault[] {
  const faulty = new Set(known.map(({ field }) => field));
  return places.flatMap(({ geometry }, index) => {
    const field = `places.${index}.geometry`;
    if (faulty.has(field)) return [];
    // By its text, so that what was looked at in the draft is not looked at again at approval.
    const same = geometry && geometryFrom(JSON.stringify(geometry));
    const [finding] = geometryFindings(same, extent);
    return finding ? [{ field, ...told(finding) }] : [];
  });
}

function told({ problem }: GeometryFinding): Pick<ProposalFault, 'code' | 'values'> {
  switch (problem) {
    case 'swapped':
      return { code: 'far-away', values: { axes: 'swapped' } };
    case 'far-away':
      return { code: 'far-away' };
    case 'ring':
      return { code: 'invalid-geometry', values: { problem: 'ring-open' } };
    case 'crossing':
    case 'parts':
    case 'ring-winding':
      return { code: 'invalid-geometry', values: { problem } };
  }
}
