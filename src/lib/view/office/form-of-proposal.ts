/** The way back from a proposal to the form it is edited in. */
import type { Day } from '../../domain/date.ts';
import type { Change, Proposal } from '../../domain/submission.ts';
import { boxesFrom } from './date-boxes.ts';
import { emptyReport, type ReportForm } from './report-form.ts';

/** The form that proposes it; `null` where it takes more than one form can say. */
export function formOf(
  proposal: Proposal,
  of: Pick<ReportForm, 'key' | 'division' | 'version'>,
  today: Day,
): ReportForm | null {
  const { changes, source, reporting, quotas, places } = proposal;
  if (quotas || places) return null;
  const [first] = changes;
  const track = first?.track ?? reporting[0]?.track ?? '';
  const isOne =
    changes.every((change) => isAlike(change, first)) &&
    reporting.every((each) => each.track === track) &&
    reporting.length <= 1 &&
    (first?.kind === 'reached' || changes.length <= 1);
  if (!isOne) return null;
  const isWholeDivision = changes.every(({ division }) => division === of.division);
  return {
    ...emptyReport(of.key, of.division, today),
    version: of.version,
    kind: first?.kind ?? 'reached',
    retracts: first && first.kind !== 'reached' ? first.retracts : '',
    reason: first && first.kind !== 'reached' ? first.reason : '',
    track,
    stage: first && first.kind !== 'retraction' ? first.stage : '',
    units: isWholeDivision ? [] : changes.map(({ division }) => division).filter(Boolean),
    batch: first && first.kind !== 'retraction' ? (first.batch ?? '') : '',
    effective: boxesFrom(first && first.kind !== 'retraction' ? first.effective : undefined),
    title: source?.title ?? '',
    publisher: source?.publisher ?? '',
    documentNumber: source?.documentNumber ?? '',
    documentDate: boxesFrom(source?.date),
    location: source?.location ?? '',
    isComplete: reporting.length > 0,
    asOf: today,
    note: proposal.note ?? '',
  };
}

/** Whether two changes say the same of another unit. */
function isAlike(a: Change, b: Change | undefined): boolean {
  if (!b || a.kind !== b.kind || a.track !== b.track) return false;
  if (a.kind === 'retraction' || b.kind === 'retraction') return true;
  return a.stage === b.stage && a.effective === b.effective && a.batch === b.batch;
}
