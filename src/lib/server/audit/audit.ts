/** What the audit log takes and gives. `append.ts` writes, `read-log.ts` reads, `verify.ts` proves. */

/** Every kind of row there is; a new one gets its words in both languages. */
export const auditActions = [
  'site.seeded',
  'site.backed-up',
  'facts.imported',
  'account.set-up-link',
  'account.set-up',
  'account.created',
  'account.changed',
  'account.disabled',
  'account.enabled',
  'account.password-changed',
  'account.password-reset',
  'account.second-factor-on',
  'account.second-factor-reset',
  'session.signed-in',
  'session.refused',
  'session.signed-out',
  'session.ended',
  'permission.refused',
  'submission.drafted',
  'submission.saved',
  'submission.file-attached',
  'submission.file-removed',
  'submission.submitted',
  'submission.checked',
  'submission.returned',
  'submission.withdrawn',
  'submission.approved',
  'event.recorded',
  'quota.set',
  'place.recorded',
  'reporting.confirmed',
  'setting.changed',
  'log.exported',
  'file.downloaded',
  'ledger.downloaded',
] as const;
export type AuditAction = (typeof auditActions)[number];

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

export interface AuditEntry {
  /** RFC 3339 in UTC, with milliseconds. */
  readonly at: string;
  /** Who did it; `null`: nobody signed in, or the command line. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly action: AuditAction;
  readonly division?: string;
  readonly subject?: string;
  readonly outcome?: 'done' | 'refused';
  /** Never a password, a token, a secret or the content of a file. */
  readonly details?: Readonly<Record<string, JsonValue>>;
  /** Id of the HTTP request. */
  readonly request?: string;
}
