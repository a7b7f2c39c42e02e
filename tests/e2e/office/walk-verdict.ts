/** What the permission table says must come of a request, and what came of it. */
import { decide } from '../../../src/lib/domain/permission.ts';
import { dutyHref, homeHref } from '../../../src/lib/server/http/office-address.ts';
import type { Rule } from '../../../src/lib/server/http/route-permissions.ts';
import type { Colleague } from '../../office/employ.ts';
import type { Asked } from './walked-addresses.ts';
import { people } from './walked-office.ts';

export type Verdict =
  | 'allowed'
  /** Led to the sign-in, or told to sign in. */
  | 'sign-in'
  /** Led to the duty that stands before everything else, or told of it. */
  | 'duty'
  /** Led to one's own first page. */
  | 'home'
  | 'refused';

/** What the table says must come of it. `who` `null`: nobody is signed in. */
export function expected(who: Colleague | null, rule: Rule, route: string, asked: Asked): Verdict {
  if (rule === 'public') return 'allowed';
  if (rule === 'nobody') return who ? (who.duty === 'none' ? 'home' : 'duty') : 'allowed';
  if (!who) return 'sign-in';
  if (rule === 'signed-in') return 'allowed';
  if (who.duty !== 'none') return 'duty';
  if (decide(who.actor, rule, asked.subject).status === 'allowed') return 'allowed';
  return 'refused';
}

const methods: ReadonlySet<string> = new Set(['GET', 'POST']);

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

export async function send(origin: string, { who, operation, asked }: Visit): Promise<Answer> {
  const { path, form = {} } = asked;
  const isRead = operation === 'GET' || operation === 'fallback';
  const action = methods.has(operation) || operation === 'default' ? '' : `?/${operation}`;
  const number = who ? people.findIndex(({ username }) => username === who.username) + 1 : 0;
  const response = await fetch(origin + path + (isRead ? '' : action), {
    method: operation === 'GET' ? 'GET' : operation === 'fallback' ? 'OPTIONS' : 'POST',
    headers: {
      accept: 'text/html',
      origin,
      'x-forwarded-for': `192.0.2.${number}`,
      ...(who && { cookie: who.cookie }),
    },
    ...(!isRead && { body: new URLSearchParams(form) }),
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, location: response.headers.get('location') ?? '', text };
}

/** A status that no operation should answer is its own verdict. */
export function verdictOf({ who, operation }: Visit, { status, location, text }: Answer): string {
  const path = location.split('?', 1)[0];
  // Only a page leads there; a form is told, so that nothing typed is lost.
  const isLed = operation === 'GET' && status === 303 && path === '/admin/sign-in';
  if (status === 401 || isLed) return 'sign-in';
  const duty = who && who.duty !== 'none' ? dutyHref(who.duty) : null;
  if (status === 303 && path === duty) return 'duty';
  if (status === 303 && who && location === homeHref(who)) return 'home';
  if (status === 403) return duty !== null && text.includes(`href="${duty}"`) ? 'duty' : 'refused';
  const ofActions = [200, 204, 303, 400, 405, 409, 410, 422];
  return ofActions.includes(status) ? 'allowed' : `${status}`;
}

export interface Visit {
  readonly route: string;
  readonly operation: string;
  readonly rule: Rule;
  readonly who: Colleague | null;
  readonly asked: Asked;
}
