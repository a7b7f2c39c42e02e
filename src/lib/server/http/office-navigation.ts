/** The office's navigation for one person: only what the posts open, in the order of a day's work. */
import { decide, type Action } from '../../domain/permission.ts';
import type { SignedIn } from '../accounts/accounts.ts';
import { office } from '../office.ts';
import { readModel } from '../site.ts';
import { databaseFault } from './database-fault.ts';

interface Entry {
  readonly name:
    | 'desk'
    | 'inbox'
    | 'reporting'
    | 'quotas'
    | 'accounts'
    | 'settings'
    | 'log'
    | 'permissions'
    | 'ownAccount';
  readonly href: string;
  /** One of these is enough. */
  readonly actions: readonly Action[];
  /** Only for who may do it for the prefecture itself. */
  readonly isOfPrefecture?: true;
}

export interface NavigationLink {
  readonly name: Entry['name'];
  readonly href: string;
  readonly isHere: boolean;
  /** How many wait there; `null`: not told. */
  readonly waiting: number | null;
}

const entries: readonly Entry[] = [
  { name: 'desk', href: '/admin', actions: ['desk.read'] },
  { name: 'inbox', href: '/admin/inbox', actions: ['submission.check', 'submission.approve'] },
  { name: 'reporting', href: '/admin/reporting', actions: ['reporting.read'] },
  {
    name: 'quotas',
    href: '/admin/quotas',
    actions: ['submission.write'],
    isOfPrefecture: true,
  },
  { name: 'accounts', href: '/admin/accounts', actions: ['account.manage'] },
  { name: 'settings', href: '/admin/settings', actions: ['setting.manage'] },
  { name: 'log', href: '/admin/log', actions: ['log.read'] },
  { name: 'permissions', href: '/admin/permissions', actions: ['permission.read'] },
  { name: 'ownAccount', href: '/admin/own-account', actions: ['own-account.manage'] },
];

/** Empty while a duty stands before everything else: no link would lead anywhere but to it. */
export async function officeNavigation(
  signedIn: SignedIn,
  path: string,
): Promise<readonly NavigationLink[]> {
  const { actor, duty } = signedIn;
  if (duty !== 'none') return [];
  const division = readModel().site.data.programme.prefecture;
  const open = entries.filter(({ actions, isOfPrefecture }) =>
    actions.some(
      (action) =>
        decide(actor, action, isOfPrefecture ? { division } : undefined).status === 'allowed',
    ),
  );
  const waiting = open.some(({ name }) => name === 'inbox') ? await waitingFor(signedIn) : null;
  return open.map(({ name, href }) => ({
    name,
    href,
    isHere: path === href || (href !== '/admin' && path.startsWith(`${href}/`)),
    waiting: name === 'inbox' ? waiting : null,
  }));
}

/** Submissions whose turn it is this person's to decide; one's own are left out. */
async function waitingFor({ actor }: SignedIn): Promise<number | null> {
  try {
    const submitted = await office().submissions.list(actor, { states: ['submitted'] });
    return submitted.filter(({ awaiting, division, author }) => {
      const action = awaiting === 'county-head' ? 'submission.check' : 'submission.approve';
      return decide(actor, action, { division, author: author.id }).status === 'allowed';
    }).length;
  } catch (error) {
    // The page itself tells of a database that does not answer; the frame stands without a number.
    if (databaseFault(error)) return null;
    throw error;
  }
}
