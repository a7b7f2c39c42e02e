import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actions,
  countyPosts,
  decide,
  postsFault,
  posts,
  scopes,
  permissions,
  type Action,
  type Actor,
  type Post,
} from './permission.ts';

const person = (...held: readonly Post[]): Actor => ({
  id: 'own',
  name: '本人',
  posts: held,
  county: held.some((post) => countyPosts.has(post)) ? '131082' : null,
});

/** The four records a rule can tell apart: of which county, and by whom. */
const subjects = [
  { division: '131082', author: 'other' },
  { division: '131082', author: 'own' },
  { division: '131081', author: 'other' },
  { division: '131081', author: 'own' },
] as const;

/**
 * For each post the four answers, in the order of `subjects`: y allowed, c other county, o own
 * submission, p the post may not. Written out again, so that a slip in the table shows.
 */
const expected: Readonly<
  Record<Action, readonly [string, string, string, string, string, string]>
> = {
  //                     clerk   head    city    approver admin   auditor
  'desk.read': ['yycc', 'yycc', 'yyyy', 'yyyy', 'pppp', 'pppp'],
  'submission.read': ['yycc', 'yycc', 'yyyy', 'yyyy', 'pppp', 'pppp'],
  'submission.write': ['yycc', 'pppp', 'yyyy', 'pppp', 'pppp', 'pppp'],
  'submission.check': ['pppp', 'yocc', 'pppp', 'pppp', 'pppp', 'pppp'],
  'submission.approve': ['pppp', 'pppp', 'pppp', 'yoyo', 'pppp', 'pppp'],
  'submission.return': ['pppp', 'yocc', 'pppp', 'yoyo', 'pppp', 'pppp'],
  'reporting.confirm': ['yycc', 'pppp', 'yyyy', 'pppp', 'pppp', 'pppp'],
  'reporting.read': ['yycc', 'yycc', 'yyyy', 'yyyy', 'pppp', 'pppp'],
  'account.manage': ['pppp', 'pppp', 'pppp', 'pppp', 'yyyy', 'pppp'],
  'setting.manage': ['pppp', 'pppp', 'pppp', 'pppp', 'yyyy', 'pppp'],
  'log.read': ['pppp', 'pppp', 'pppp', 'pppp', 'pppp', 'yyyy'],
  'permission.read': ['yyyy', 'yyyy', 'yyyy', 'yyyy', 'yyyy', 'yyyy'],
  'own-account.manage': ['yyyy', 'yyyy', 'yyyy', 'yyyy', 'yyyy', 'yyyy'],
};

const letters = { 'other-county': 'c', 'own-submission': 'o', post: 'p', 'not-signed-in': 'n' };

function letter(actor: Actor | null, action: Action, subject?: (typeof subjects)[number]): string {
  const decision = decide(actor, action, subject);
  return decision.status === 'allowed' ? 'y' : letters[decision.reason];
}

describe('who may do what', () => {
  it.each(actions)(
    '%s, for every post, own or other county, own or foreign submission',
    (action) => {
      const answers = posts.map((post) =>
        subjects.map((subject) => letter(person(post), action, subject)).join(''),
      );
      expect(answers).toEqual(expected[action]);
    },
  );

  it('allows nothing to somebody who is not signed in, or who has no post', () => {
    for (const action of actions) {
      expect(letter(null, action)).toBe('n');
      expect(letter(person(), action)).toBe('p');
    }
  });

  it('asks without a record only whether the post may at all', () => {
    for (const action of actions) {
      for (const post of posts) {
        expect(letter(person(post), action)).toBe(permissions[action][post] ? 'y' : 'p');
      }
    }
  });

  it('refuses where the record does not say what the rule asks for', () => {
    expect(decide(person('county-clerk'), 'submission.read', {}).status).toBe('refused');
    expect(decide(person('city-approver'), 'submission.approve', {}).status).toBe('refused');
    const adrift: Actor = { ...person('county-clerk'), county: null };
    expect(decide(adrift, 'submission.write', { division: '131082' }).status).toBe('refused');
  });

  it('lets a clerk who is also the head check others, never themselves', () => {
    const both = person('county-clerk', 'county-head');
    const answers = subjects.map((subject) => letter(both, 'submission.check', subject));
    expect(answers.join('')).toBe('yocc');
    expect(letter(both, 'submission.write', subjects[1])).toBe('y');
  });

  it('never takes away by a further post', () => {
    const somePosts = fc.uniqueArray(fc.constantFrom(...posts), { minLength: 1 });
    fc.assert(
      fc.property(
        somePosts,
        fc.constantFrom(...actions),
        fc.constantFrom(...subjects),
        (held, action, subject) => {
          const actor = { ...person(...held), county: '131082' };
          const single = held.some(
            (post) => decide({ ...actor, posts: [post] }, action, subject).status === 'allowed',
          );
          expect(decide(actor, action, subject).status === 'allowed').toBe(single);
        },
      ),
    );
  });

  it('uses every scope that the page explains', () => {
    const used = new Set(Object.values(permissions).flatMap((row) => Object.values(row)));
    expect([...used].sort()).toEqual([...scopes].sort());
  });
});

describe('posts of one person', () => {
  it.each([
    [[], 'required'],
    [['mayor'], 'unknown-post'],
    [['county-clerk', 'mayor'], 'unknown-post'],
    [['toString'], 'unknown-post'],
    [['county-clerk'], null],
    [['county-clerk', 'county-clerk'], null],
    [['county-head', 'county-clerk'], null],
    [['city-clerk', 'city-approver'], null],
    [['county-clerk', 'city-clerk'], 'posts-do-not-combine'],
    [['county-head', 'city-approver'], 'posts-do-not-combine'],
    [['administrator'], null],
    [['auditor'], null],
    [['administrator', 'auditor'], 'posts-do-not-combine'],
    [['auditor', 'city-clerk'], 'posts-do-not-combine'],
    [['administrator', 'county-clerk'], 'posts-do-not-combine'],
  ] as const)('%j: %s', (held, fault) => {
    expect(postsFault(held)).toBe(fault);
  });
});
