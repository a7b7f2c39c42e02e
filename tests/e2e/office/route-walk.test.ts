/**
 * Every operation of every route, asked over HTTP by every post, by nobody, and by people who have a
 * duty first, about their own county and another, about what they wrote and what others wrote. The
 * answer must be the one that `decide` gives: what the permission page shows is what the site does.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { posts, type Post } from '../../../src/lib/domain/permission.ts';
import { databaseAddress, openDatabaseAt } from '../../../src/lib/server/db/open.ts';
import { routePermissions } from '../../../src/lib/server/http/route-permissions.ts';
import { startPreparedSite, type PreparedSite } from './prepared-office.ts';
import { expected, send, verdictOf, type Visit } from './walk-verdict.ts';
import { addresses } from './walked-addresses.ts';
import { makeWritings, people, type Made } from './walked-office.ts';

let site: PreparedSite<Made>;
beforeAll(async () => {
  site = await startPreparedSite(
    // Each person at an address of their own: it is not the rate limit that is walked here.
    { ADDRESS_HEADER: 'x-forwarded-for' },
    people,
    makeWritings,
  );
}, 120_000);
afterAll(() => site.stop());

function everyVisit(): readonly Visit[] {
  const everybody = [null, ...site.people.values()];
  return Object.entries(routePermissions).flatMap(([route, rules]) =>
    Object.entries(rules).flatMap(([operation, rule]) =>
      (addresses[route]?.(operation, site.made) ?? []).flatMap((asked) =>
        everybody.map((who) => ({ route, operation, rule, who, asked })),
      ),
    ),
  );
}

/** Runs so many at a time, as browsers would; answers in the order of `items`. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  lanes: number,
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const lane = async () => {
    for (const [index, item] of queue) results[index] = await run(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** What the guard wrote: who was refused what, and where. Deeper parts of the site write no path. */
async function refusalsInLog(): Promise<readonly string[]> {
  const database = openDatabaseAt(databaseAddress({ databaseUrl: null, varDir: site.varDir }));
  try {
    const rows = await database.read
      .selectFrom('audit')
      .select(['actor', 'details'])
      .where('action', '=', 'permission.refused')
      .orderBy('seq')
      .execute();
    return rows.map(({ actor, details }) => {
      const { action, path = 'not by the guard' } = JSON.parse(details) as {
        readonly action: string;
        readonly path?: string;
      };
      return `${actor ?? ''} ${action} ${path}`;
    });
  } finally {
    await database.close();
  }
}

describe('the walk through every route', () => {
  it('has an address for every route of the table, and somebody of every post', () => {
    expect(Object.keys(addresses).sort()).toEqual(Object.keys(routePermissions).sort());
    const present = new Set<Post>(people.flatMap((person) => person.posts));
    expect(posts.filter((post) => !present.has(post))).toEqual([]);
  });

  it('is answered as the permission table says, and every refusal stands in the log', async () => {
    // Who signs out is gone: last.
    const visits = everyVisit().toSorted(
      (a, b) => Number(a.route === '/admin/sign-out') - Number(b.route === '/admin/sign-out'),
    );
    const before = await refusalsInLog();
    const isLast = ({ route }: Visit) => route === '/admin/sign-out';
    const ask = async (visit: Visit) => {
      const answer = await send(site.origin, visit);
      return { ...visit, answer };
    };
    const walked = [
      ...(await inTurns(
        visits.filter((visit) => !isLast(visit)),
        6,
        ask,
      )),
      ...(await inTurns(visits.filter(isLast), 1, ask)),
    ];
    const wrong: string[] = [];
    /** Of each operation whose rule is not its page's: whether somebody may see the page and not do it. */
    const ownRules = new Map<string, boolean>();
    const refusals: string[] = [];
    for (const visit of walked) {
      const { route, operation, rule, who, asked, answer } = visit;
      const want = expected(who, rule, route, asked);
      const isEntrance = route === '/admin' && operation === 'GET';
      let got = verdictOf(visit, answer);
      // Pages and files that are public answer everybody alike, found or not.
      if (rule === 'public' && got !== 'refused') got = 'allowed';
      const isLedHome = isEntrance && want === 'refused' && got === 'home';
      if (got !== want && !isLedHome) {
        const name = who?.username ?? 'nobody';
        const about = asked.subject ? ` about ${JSON.stringify(asked.subject)}` : '';
        wrong.push(
          `${name}: ${route} ${operation}${about}: ${got} (${answer.status} ${answer.location}) instead of ${want}`,
        );
      }
      if (got === 'refused') {
        refusals.push(`${who?.actor.id ?? ''} ${rule} ${asked.path.split('?', 1)[0] ?? ''}`);
      }
      const page = routePermissions[route]?.['GET'];
      if (page !== undefined && operation !== 'GET' && page !== rule) {
        const key = `${route} ${operation}`;
        const seesPage = expected(who, page, route, asked) === 'allowed';
        ownRules.set(key, (ownRules.get(key) ?? false) || (seesPage && want === 'refused'));
      }
    }
    expect(wrong).toEqual([]);
    expect(walked.length).toBeGreaterThan(700);
    // Each action that asks for more than its page was refused to somebody who may see the page.
    expect([...ownRules].filter(([, isProven]) => !isProven)).toEqual([]);
    expect([...ownRules.keys()].length).toBeGreaterThan(8);
    // Refused at the door, by the operation's own rule, and not only by what lies behind it.
    const told = (await refusalsInLog()).slice(before.length);
    expect(told.toSorted()).toEqual(refusals.toSorted());
  }, 120_000);

  it('has no operation that the table does not list', async () => {
    const clerk = site.people.get('city-clerk') ?? null;
    const routes = Object.keys(routePermissions).filter((route) => route.startsWith('/admin'));
    const done: string[] = [];
    for (const route of routes) {
      const [asked] = addresses[route]?.('GET', site.made) ?? [];
      if (!asked) throw new Error(route);
      const { pathname } = new URL(asked.path, site.origin);
      for (const [method, query] of [
        ['POST', '?/no-such-action'],
        ['POST', '?/constructor'],
        ['PUT', ''],
        ['PATCH', ''],
        ['DELETE', ''],
      ] as const) {
        const response = await fetch(site.origin + pathname + query, {
          method,
          headers: {
            accept: 'text/html',
            origin: site.origin,
            'x-forwarded-for': '192.0.2.100',
            'content-type': 'application/x-www-form-urlencoded',
            ...(clerk && { cookie: clerk.cookie }),
          },
          body: 'version=1',
          redirect: 'manual',
        });
        await response.arrayBuffer();
        const isSignOut = route === '/admin/sign-out' && method === 'POST';
        const isStopped = [403, 404, 405].includes(response.status);
        if (!isStopped && !isSignOut)
          done.push(`${method} ${pathname}${query}: ${response.status}`);
      }
    }
    expect(done).toEqual([]);
  });
});
