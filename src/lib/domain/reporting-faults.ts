/** What is wrong with the days up to which a proposal reports, each at its field. */
import { isDay, type Day } from './date.ts';
import type { Division } from './division.ts';
import { isWithin, type KnownFacts } from './proposal-facts.ts';
import type { Proposal, ProposalFault, ProposalFaultCode } from './submission.ts';

/**
 * The first fault of each date of reporting of a submission of `division`, if it has one. A second date
 * of one track is told as such, and has the fault of any other beside: a draft may keep the two. An
 * undoing sets dates back, to none too; whether it may, `undoFaults` says.
 */
export function reportingFaults(
  reporting: Proposal['reporting'],
  division: Division,
  facts: KnownFacts,
  today: Day,
  isUndoing = false,
): readonly ProposalFault[] {
  const seen = new Set<string>();
  return reporting.flatMap(({ track: id, completeTo }, index) => {
    const fault = (
      name: 'track' | 'completeTo',
      code: ProposalFaultCode,
      values?: Readonly<Record<string, string>>,
    ): ProposalFault => ({
      field: `reporting.${index}.${name}`,
      code,
      ...(values && { values }),
    });
    const first = (): ProposalFault | null => {
      const hasUnits = facts.unitsOf(id).some((unit) => isWithin(unit.code, division.code, facts));
      if (!hasUnits) return fault('track', 'not-counted', { track: id });
      if (completeTo === null) return isUndoing ? null : fault('completeTo', 'required');
      if (completeTo === '') return fault('completeTo', 'required');
      if (!isDay(completeTo)) return fault('completeTo', 'not-a-date');
      if (completeTo > today) return fault('completeTo', 'future', { today });
      const before = facts.reportedTo(id, division.code);
      if (before !== null && completeTo < before && !isUndoing) {
        return fault('completeTo', 'earlier-than-before', { track: id, before });
      }
      return null;
    };
    if (id === '') return [fault('track', 'required')];
    if (!facts.tracks.has(id)) return [fault('track', 'unknown-track')];
    const twice = seen.has(id) ? [fault('track', 'twice', { track: id })] : [];
    seen.add(id);
    return [...twice, ...[first()].filter((each) => each !== null)];
  });
}
