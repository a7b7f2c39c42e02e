/** What is wrong with an undoing: it may only bring back what stood before, where nothing came since. */
import { lengthFaults } from './length-faults.ts';
import { geometryText } from './place-geometry.ts';
import type { Status } from './status.ts';
import type { Proposal, ProposalFault } from './submission.ts';
import { undoing } from './undo.ts';

const maxReason = 2000;

/** The faults of the records it brings back, and of its reason. Its retractions are judged as changes. */
export function undoFaults(proposal: Proposal, facts: Status): readonly ProposalFault[] {
  const { undoes, reporting, quotas, places = [] } = proposal;
  if (!undoes) return [];
  const { proposal: present } = undoing(facts, undoes.submission, undoes.reason);
  const days = new Map(present.reporting.map(({ track, completeTo }) => [track, completeTo]));
  const counts = new Map(
    present.quotas?.counts.map((row) => [`${row.track} ${row.division}`, row.count]),
  );
  const texts = new Map(
    present.places?.map(({ division, geometry }) => [division, geometryText(geometry)]),
  );
  const since = (field: string, isSame: boolean): readonly ProposalFault[] =>
    isSame ? [] : [{ field, code: 'changed-since' }];
  return [
    ...(undoes.reason === '' ? [{ field: 'undoes.reason', code: 'required' as const }] : []),
    ...lengthFaults('undoes.reason', undoes.reason, maxReason),
    ...reporting.flatMap(({ track, completeTo }, index) =>
      since(`reporting.${index}.completeTo`, days.get(track) === completeTo),
    ),
    ...(quotas ? since('quotas.effective', present.quotas?.effective === quotas.effective) : []),
    ...(quotas?.counts ?? []).flatMap(({ track, division, count }, index) =>
      since(`quotas.counts.${index}.count`, counts.get(`${track} ${division}`) === count),
    ),
    ...places.flatMap(({ division, geometry }, index) =>
      since(`places.${index}.geometry`, texts.get(division) === geometryText(geometry)),
    ),
  ];
}
