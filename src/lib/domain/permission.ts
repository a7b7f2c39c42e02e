/** Who may do what: one pure function, asked by every route and shown as a table (issue 3, §8). */
import type { DivisionCode } from './division.ts';

/** Posts 岗位, in the order of the table. */
export const posts = [
  'county-clerk',
  'county-head',
  'city-clerk',
  'city-approver',
  'administrator',
  'auditor',
] as const;
export type Post = (typeof posts)[number];

/** Posts of one county; the others are of the whole prefecture. */
export const countyPosts: ReadonlySet<Post> = new Set(['county-clerk', 'county-head']);

/** Posts that must sign in with a second factor. */
export const secondFactorPosts: ReadonlySet<Post> = new Set([
  'city-approver',
  'administrator',
  'auditor',
]);

/** Posts that combine with no other: who keeps the accounts or reads the log touches no record. */
const lonePosts: ReadonlySet<Post> = new Set(['administrator', 'auditor']);

export const actions = [
  'desk.read',
  'submission.read',
  'submission.write',
  'submission.check',
  'submission.approve',
  'submission.return',
  'reporting.confirm',
  'reporting.read',
  'account.manage',
  'setting.manage',
  'log.read',
  'permission.read',
  'own-account.manage',
] as const;
export type Action = (typeof actions)[number];

/** Somebody who is signed in. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly Post[];
  /** The county of a county post; `null` for posts of the prefecture. */
  readonly county: DivisionCode | null;
}

/** What the action is about, as far as the rule asks. */
export interface Subject {
  /** The county, development zone or prefecture a record is of. */
  readonly division?: DivisionCode;
  /** Account id of who wrote a submission. */
  readonly author?: string;
}

export type Decision =
  | { readonly status: 'allowed' }
  | {
      readonly status: 'refused';
      readonly reason: 'not-signed-in' | 'post' | 'other-county' | 'own-submission';
    };

/** How far a post may: everywhere, in its own county, on what somebody else wrote, or both of these. */
export const scopes = [
  'all',
  'own-county',
  'not-own-submission',
  'own-county-not-own-submission',
] as const;
export type Scope = (typeof scopes)[number];

/** For each action, the posts that may, and how far. A post that is not named may not. */
export const permissions: Readonly<Record<Action, Readonly<Partial<Record<Post, Scope>>>>> = {
  'desk.read': {
    'county-clerk': 'own-county',
    'county-head': 'own-county',
    'city-clerk': 'all',
    'city-approver': 'all',
  },
  'submission.read': {
    'county-clerk': 'own-county',
    'county-head': 'own-county',
    'city-clerk': 'all',
    'city-approver': 'all',
  },
  'submission.write': { 'county-clerk': 'own-county', 'city-clerk': 'all' },
  'submission.check': { 'county-head': 'own-county-not-own-submission' },
  'submission.approve': { 'city-approver': 'not-own-submission' },
  'submission.return': {
    'county-head': 'own-county-not-own-submission',
    'city-approver': 'not-own-submission',
  },
  'reporting.confirm': { 'county-clerk': 'own-county', 'city-clerk': 'all' },
  'reporting.read': {
    'county-head': 'own-county',
    'county-clerk': 'own-county',
    'city-clerk': 'all',
    'city-approver': 'all',
  },
  'account.manage': { administrator: 'all' },
  'setting.manage': { administrator: 'all' },
  'log.read': { auditor: 'all' },
  'permission.read': Object.fromEntries(posts.map((post) => [post, 'all'])),
  'own-account.manage': Object.fromEntries(posts.map((post) => [post, 'all'])),
};

/**
 * Whether the actor may do it to the subject: `permissions`, read. One post that may is enough.
 * Without a subject: whether there is anything at all the actor may do it to (menus, lists). A subject
 * that does not say what the rule asks for is refused.
 */
export function decide(actor: Actor | null, action: Action, subject?: Subject): Decision {
  if (actor === null) return { status: 'refused', reason: 'not-signed-in' };
  let refusal: Decision = { status: 'refused', reason: 'post' };
  for (const post of actor.posts) {
    const scope = permissions[action][post];
    if (scope === undefined) continue;
    const decision = withinScope(actor, scope, subject);
    if (decision.status === 'allowed') return decision;
    refusal = decision;
  }
  return refusal;
}

function withinScope(actor: Actor, scope: Scope, subject: Subject | undefined): Decision {
  if (subject === undefined) return { status: 'allowed' };
  const { division, author } = subject;
  const isOwnCounty = actor.county !== null && division === actor.county;
  const isByAnother = author !== undefined && author !== actor.id;
  switch (scope) {
    case 'all':
      return { status: 'allowed' };
    case 'own-county':
      return isOwnCounty ? { status: 'allowed' } : { status: 'refused', reason: 'other-county' };
    case 'not-own-submission':
      return isByAnother ? { status: 'allowed' } : { status: 'refused', reason: 'own-submission' };
    case 'own-county-not-own-submission':
      if (!isOwnCounty) return { status: 'refused', reason: 'other-county' };
      return isByAnother ? { status: 'allowed' } : { status: 'refused', reason: 'own-submission' };
  }
}

export type PostsFault = 'required' | 'unknown-post' | 'posts-do-not-combine';

/**
 * What is wrong with giving these posts to one person, or `null`. County posts combine with each
 * other and posts of the city with each other: a person of one county is not of the city.
 */
export function postsFault(given: readonly string[]): PostsFault | null {
  const chosen = new Set(given);
  if (chosen.size === 0) return 'required';
  const known = posts.filter((post) => chosen.has(post));
  if (known.length < chosen.size) return 'unknown-post';
  if (known.length === 1) return null;
  if (known.some((post) => lonePosts.has(post))) return 'posts-do-not-combine';
  const ofCounty = known.filter((post) => countyPosts.has(post)).length;
  return ofCounty === 0 || ofCounty === known.length ? null : 'posts-do-not-combine';
}
