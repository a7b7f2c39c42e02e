/** A proposal as a list: what it says unit by unit, each row of which can be left out by itself. */
import { geometryText } from './place-geometry.ts';
import type { Change, Proposal, ProposedPlace, ProposedQuotas } from './submission.ts';

type Report = Proposal['reporting'][number];
type Quota = ProposedQuotas['counts'][number];

export type RowValue =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'place'; readonly place: ProposedPlace }
  | { readonly kind: 'quota'; readonly quota: Quota }
  | { readonly kind: 'reporting'; readonly report: Report };

/** `key`: the same in every version of the proposal, as long as the row is about the same. */
export type ProposalRow = RowValue & { readonly key: string };

/**
 * The rows in the order of the proposal. Quotas and dates of reporting are rows of an undoing alone:
 * of other submissions they have a form, or a tick, of their own.
 */
export function rowsOf({ changes, places, quotas, reporting, undoes }: Proposal): ProposalRow[] {
  const values: readonly RowValue[] = [
    ...changes.map((change) => ({ kind: 'change', change }) as const),
    ...(places ?? []).map((place) => ({ kind: 'place', place }) as const),
    ...(undoes ? (quotas?.counts ?? []) : []).map((quota) => ({ kind: 'quota', quota }) as const),
    ...(undoes ? reporting : []).map((report) => ({ kind: 'reporting', report }) as const),
  ];
  const seen = new Map<string, number>();
  return values.map((value) => {
    const about = aboutOf(value);
    const times = (seen.get(about) ?? 0) + 1;
    seen.set(about, times);
    // A draft may name a unit twice; that is told of it, and either row can go.
    return { ...value, key: times === 1 ? about : `${about} ${times}` };
  });
}

/** What a row is about: its kind, and the record it would write. Two rows may be about the same. */
export function aboutOf(value: RowValue): string {
  switch (value.kind) {
    case 'change': {
      const { kind, track, division } = value.change;
      const what = value.change.kind === 'reached' ? value.change.stage : value.change.retracts;
      return [kind, track, division, what].join(' ');
    }
    case 'place':
      return `place ${value.place.division}`;
    case 'quota':
      return `quota ${value.quota.track} ${value.quota.division}`;
    case 'reporting':
      return `reporting ${value.report.track}`;
  }
}

/** The same text for rows that say the same. Why something is retracted is said once for all of them. */
export function rowText(row: RowValue): string {
  switch (row.kind) {
    case 'change':
      return row.change.kind === 'retraction'
        ? row.change.retracts
        : JSON.stringify([row.change.effective, row.change.batch ?? '']);
    case 'place':
      return geometryText(row.place.geometry);
    case 'quota':
      return JSON.stringify(row.quota.count);
    case 'reporting':
      return JSON.stringify(row.report.completeTo);
  }
}

/** The proposal with these rows in place of its own; all else of it stays. */
export function withRows(proposal: Proposal, rows: readonly ProposalRow[]): Proposal {
  const { quotas, source, note, undoes } = proposal;
  const places = rows.flatMap((row) => (row.kind === 'place' ? [row.place] : []));
  const counts = rows.flatMap((row) => (row.kind === 'quota' ? [row.quota] : []));
  const isUndoing = proposal.undoes !== undefined;
  return {
    changes: rows.flatMap((row) => (row.kind === 'change' ? [row.change] : [])),
    reporting: isUndoing
      ? rows.flatMap((row) => (row.kind === 'reporting' ? [row.report] : []))
      : proposal.reporting,
    ...(quotas && !isUndoing && { quotas }),
    ...(quotas && counts.length > 0 && { quotas: { ...quotas, counts } }),
    ...(places.length > 0 && { places }),
    ...(source && { source }),
    ...(undoes && { undoes }),
    ...(note !== undefined && { note }),
  };
}
