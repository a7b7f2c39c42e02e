/** The filter of the log page as its address writes it. */
import type { FormFault } from '$lib/components/office/form-fault.ts';
import { isDay } from '$lib/domain/date.ts';
import type { OfficeWords } from '$lib/i18n/zh-CN/office.ts';
import { auditActions, type AuditAction } from '$lib/server/audit/audit.ts';
import type { LogFilter } from '$lib/server/audit/log-filter.ts';

const names = ['from', 'to', 'actor', 'division', 'action', 'outcome'] as const;
type Name = (typeof names)[number];

export interface LogQuery {
  /** As typed; empty where not asked for. */
  readonly values: Readonly<Record<Name, string>>;
  readonly filter: LogFilter;
  readonly faults: readonly FormFault[];
  /** Of the next page: rows older than this one. */
  readonly before: number | null;
}

export function readLogQuery(query: URLSearchParams, words: OfficeWords['log']): LogQuery {
  const at = (name: Name) => (query.get(name) ?? '').trim().slice(0, 100);
  const values = {
    from: at('from'),
    to: at('to'),
    actor: at('actor'),
    division: at('division'),
    action: at('action'),
    outcome: at('outcome'),
  };
  const faults: FormFault[] = [];
  const day = (name: 'from' | 'to') => {
    if (values[name] === '') return undefined;
    if (isDay(values[name])) return values[name];
    faults.push({ field: name, message: words.badDate });
    return undefined;
  };
  const from = day('from');
  const to = day('to');
  if (from !== undefined && to !== undefined && from > to) {
    faults.push({ field: 'from', message: words.fromAfterTo });
  }
  const action = auditActions.find((each): each is AuditAction => each === values.action);
  const outcome = (['done', 'refused'] as const).find((each) => each === values.outcome);
  const before = /^\d{1,15}$/.exec(query.get('before') ?? '');
  return {
    values,
    faults,
    before: before ? Number(before[0]) : null,
    filter: {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(values.actor !== '' && { actor: values.actor }),
      ...(values.division !== '' && { division: values.division }),
      ...(action !== undefined && { action }),
      ...(outcome !== undefined && { outcome }),
    },
  };
}

/** The query of the same filter, with the page that begins below row `before`. */
export function logQuery(values: LogQuery['values'], before: number | null): string {
  const query = new URLSearchParams();
  for (const name of names) if (values[name] !== '') query.set(name, values[name]);
  if (before !== null) query.set('before', String(before));
  return query.size > 0 ? `?${query.toString()}` : '';
}
