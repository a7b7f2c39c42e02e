/** Where the quotas are set. */
import type { Proposal } from '../../domain/submission.ts';

/** The form of the quotas; `id`: of the submission that is edited there. */
export function quotasHref(id: string | null, done?: 'saved' | 'preview'): string {
  if (id === null) return '/admin/quotas';
  const query = new URLSearchParams({ submission: id, ...(done && { done }) });
  return `/admin/quotas?${query}`;
}

/**
 * Where a button of the form is sent. The action stands first: only so does the server know before it
 * reads on that files may come.
 */
export function quotaAction(id: string | null, action: string): string {
  return `/admin/quotas?/${action}${id === null ? '' : `&submission=${encodeURIComponent(id)}`}`;
}

/** Whether a proposal is edited in the form of the quotas; an undoing of them is a list. */
export function isQuotaForm({ changes, quotas, places, undoes }: Proposal): boolean {
  return quotas !== undefined && changes.length === 0 && !places && !undoes;
}
