/**
 * What every route asks before it answers: route id × operation. An operation is `GET` (a page's
 * load, or a GET handler; HEAD follows it), another method's name for a handler, `fallback` for the
 * methods a handler has no name for, or the name of a page's form action. What is not in this table cannot pass the guard, and a test walks src/routes.
 */
import type { Action } from '../../domain/permission.ts';

/**
 * `public`: anybody. `nobody`: only who is not signed in; others are led to their desk.
 * `signed-in`: whoever is signed in, whatever stands between them and the office (`Duty`).
 * Else an action of `domain/permission.ts`.
 */
export type Rule = Action | 'public' | 'nobody' | 'signed-in';

export const routePermissions: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  '/(public)': { GET: 'public' },
  '/(public)/[...path]': { GET: 'public' },
  '/(public)/county/[code]': { GET: 'public' },
  '/(public)/method': { GET: 'public' },
  '/(public)/township/[code]': { GET: 'public' },
  '/(public)/townships': { GET: 'public' },
  '/(public)/villages': { GET: 'public' },
  '/api/[...path]': { GET: 'public', fallback: 'public' },
  '/api/v1/counties.[format=format]': { GET: 'public', fallback: 'public' },
  '/api/v1/divisions.csv': { GET: 'public', fallback: 'public' },
  '/api/v1/progress.json': { GET: 'public', fallback: 'public' },
  '/api/v1/progress/[target].json': { GET: 'public', fallback: 'public' },
  '/api/v1/status.json': { GET: 'public', fallback: 'public' },
  '/api/v1/townships.[format=format]': { GET: 'public', fallback: 'public' },
  '/api/v1/villages.[format=format]': { GET: 'public', fallback: 'public' },
  '/healthz': { GET: 'public' },
  '/readyz': { GET: 'public' },
  '/map-geometry.json': { GET: 'public' },
  '/map-places.json': { GET: 'public' },
  '/map.svg': { GET: 'public', fallback: 'public' },

  '/admin': { GET: 'desk.read', confirm: 'reporting.confirm' },
  '/admin/report': {
    GET: 'submission.write',
    submit: 'submission.write',
    preview: 'submission.write',
    save: 'submission.write',
  },
  '/admin/quotas': {
    GET: 'submission.write',
    suggest: 'submission.write',
    recount: 'submission.write',
    submit: 'submission.write',
    preview: 'submission.write',
    save: 'submission.write',
    detach: 'submission.write',
  },
  '/admin/import': { GET: 'submission.write', upload: 'submission.write' },
  '/admin/import/template.xlsx': { GET: 'submission.write' },
  '/admin/import/[id]': {
    GET: 'submission.write',
    check: 'submission.write',
    confirm: 'submission.write',
  },
  '/admin/import/[id]/checked.xlsx': { GET: 'submission.write' },
  '/admin/places': { GET: 'submission.write', upload: 'submission.write' },
  '/admin/places/[id]': {
    GET: 'submission.write',
    check: 'submission.write',
    confirm: 'submission.write',
  },
  '/admin/places/take-back/[id]': {
    GET: 'submission.write',
    find: 'submission.write',
    submit: 'submission.write',
  },
  '/admin/submission/[id]': {
    GET: 'submission.read',
    submit: 'submission.write',
    preview: 'submission.write',
    save: 'submission.write',
    detach: 'submission.write',
    withdraw: 'submission.write',
    undo: 'submission.write',
    check: 'submission.check',
    sendBack: 'submission.return',
    approve: 'submission.approve',
  },
  '/admin/submission/[id]/file/[hash]': { GET: 'submission.read' },
  '/admin/inbox': { GET: 'submission.read' },
  '/admin/reporting': { GET: 'reporting.read' },

  '/admin/set-up/[token]': { GET: 'public', default: 'public' },
  '/admin/sign-in': { GET: 'nobody', default: 'nobody' },
  '/admin/second-factor': { GET: 'nobody', default: 'nobody' },
  '/admin/sign-out': { POST: 'public' },
  '/admin/password': { GET: 'signed-in', default: 'signed-in' },
  '/admin/own-account/second-factor': {
    GET: 'signed-in',
    begin: 'signed-in',
    finish: 'signed-in',
  },
  '/admin/own-account': {
    GET: 'own-account.manage',
    endSession: 'own-account.manage',
    endOtherSessions: 'own-account.manage',
  },

  '/admin/accounts': { GET: 'account.manage' },
  '/admin/accounts/new': { GET: 'account.manage', default: 'account.manage' },
  '/admin/accounts/[id]': {
    GET: 'account.manage',
    change: 'account.manage',
    enable: 'account.manage',
    disable: 'account.manage',
    resetPassword: 'account.manage',
    resetSecondFactor: 'account.manage',
  },
  '/admin/settings': { GET: 'setting.manage', default: 'setting.manage' },
  '/admin/log': { GET: 'log.read' },
  '/admin/log.csv': { GET: 'log.read' },
  '/admin/log.jsonl': { GET: 'log.read' },
  '/admin/permissions': { GET: 'permission.read' },
};

/** The part of a request that names its operation. */
export interface Operation {
  readonly route: string | null;
  readonly method: string;
  readonly search: URLSearchParams;
}

/** SvelteKit names a form action by a query parameter that begins with a slash: `?/submit`. */
function actionName(search: URLSearchParams): string | null {
  for (const key of search.keys()) if (key.startsWith('/')) return key.slice(1);
  return null;
}

/** What the operation asks for; `null` where the table does not list it. */
export function ruleOf({ route, method, search }: Operation): Rule | null {
  const rules = route === null ? undefined : ownEntry(routePermissions, route);
  if (!rules) return null;
  if (method === 'GET' || method === 'HEAD') return ownEntry(rules, 'GET') ?? null;
  const named = method === 'POST' ? actionName(search) : null;
  if (named !== null) return ownEntry(rules, named) ?? null;
  const unnamed = method === 'POST' ? ownEntry(rules, 'default') : undefined;
  return ownEntry(rules, method) ?? unnamed ?? ownEntry(rules, 'fallback') ?? null;
}

function ownEntry<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
