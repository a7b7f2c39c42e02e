/** A row of the audit log as one sentence in the reader's language. */
import type { Division } from '$lib/domain/division.ts';
import { actions as permissionActions } from '$lib/domain/permission.ts';
import type { LogFacts } from '$lib/i18n/zh-CN/office-log.ts';
import type { OfficeWords } from '$lib/i18n/zh-CN/office.ts';
import type { Language } from '$lib/i18n/language.ts';
import type { AuditAction, JsonValue } from '$lib/server/audit/audit.ts';
import type { LogRow } from '$lib/server/audit/read-log.ts';
import { placeName } from '$lib/view/place-name.ts';

export interface LogRowView {
  readonly seq: string;
  readonly at: string;
  readonly sentence: string;
  readonly isRefused: boolean;
  /** What else the row holds, as it was written. */
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

export interface LogNames {
  /** Account ids to names. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly divisions: ReadonlyMap<string, Division>;
}

/** Every kind of row has its sentence: a new one does not compile without. */
type Sentences = Readonly<Record<AuditAction, (facts: LogFacts) => string>>;

export function logRowView(
  row: LogRow,
  names: LogNames,
  words: OfficeWords,
  lang: Language,
): LogRowView {
  const { log } = words;
  const sentences: Sentences = log.sentences;
  // A row altered by SQL may hold any action; it is shown as it stands, and the proof names it.
  const say = Object.hasOwn(sentences, row.action) ? sentences[row.action] : () => row.action;
  const details = Object.entries(row.details).map(([name, value]) => ({
    name,
    value: detailText(value),
  }));
  const more = [
    { name: 'subject', value: row.subject },
    { name: 'request', value: row.request },
    { name: 'hash', value: row.hash },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]));
  return {
    seq: words.format.count(row.seq),
    at: words.format.instant(row.at),
    sentence: say({
      actor: row.actor?.name || actorOf(row, log),
      division: row.division === null ? null : divisionName(row.division, names, lang),
      subject: subjectOf(row, names),
      asked: askedFor(row, words),
    }),
    isRefused: row.outcome === 'refused',
    details: [...details, ...more],
  };
}

function detailText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Who did what nobody signed in did. */
function actorOf({ action, details }: LogRow, log: OfficeWords['log']): string {
  switch (action) {
    case 'session.refused':
    case 'permission.refused':
    case 'account.set-up':
      return log.nobody;
    case 'site.seeded':
      return log.system;
    case 'account.set-up-link':
      return details['by'] === 'start' ? log.system : log.commandLine;
    default:
      return log.commandLine;
  }
}

function divisionName(code: string, { divisions }: LogNames, lang: Language): string {
  const division = divisions.get(code);
  return division ? placeName(division, lang).text : code;
}

/** An account by its name; a session by nothing, for its id says nothing; what has an id by its first part. */
function subjectOf({ action, subject, details }: LogRow, { accounts }: LogNames): string | null {
  const username = typeof details['username'] === 'string' ? details['username'] : null;
  const named = (subject === null ? undefined : accounts.get(subject)) ?? username;
  if (named !== null && named !== undefined) return named;
  if (subject === null || action.startsWith('session.')) return null;
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(subject) ? subject.slice(0, 8) : subject;
}

function askedFor({ details }: LogRow, { permissions }: OfficeWords): string | null {
  const action = permissionActions.find((each) => each === details['action']);
  return action === undefined ? null : permissions.actions[action];
}
