/**
 * Every operation of every route, asked over HTTP by every post, by nobody, and by people who have a
 * duty first, about their own county and another, about what they wrote and what others wrote. The
 * answer must be the one that `decide` gives: what the permission page shows is what the site does.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide, posts, type Post, type Subject } from '../../../src/lib/domain/permission.ts';
import type { Proposal } from '../../../src/lib/domain/submission.ts';
import { databaseAddress, openDatabaseAt } from '../../../src/lib/server/db/open.ts';
import { dutyHref, homeHref } from '../../../src/lib/server/http/office-address.ts';
import { routePermissions, type Rule } from '../../../src/lib/server/http/route-permissions.ts';
import type { Office } from '../../../src/lib/server/office.ts';
import { type Colleague, type NewColleague } from '../../office/employ.ts';
import { startPreparedSite, submitTitle, type PreparedSite } from './prepared-office.ts';

const own = '131082';
const other = '131002';

const people: readonly NewColleague[] = [
  { username: 'county-clerk', posts: ['county-clerk'], county: own },
  { username: 'county-head', posts: ['county-head'], county: own },
  { username: 'city-clerk', posts: ['city-clerk'] },
  { username: 'city-approver', posts: ['city-approver'] },
  { username: 'administrator', posts: ['administrator'] },
  { username: 'auditor', posts: ['auditor'] },
  // Who may both write and decide: never on what they wrote themselves.
  { username: 'whole-county', posts: ['county-clerk', 'county-head'], county: own },
  { username: 'whole-city', posts: ['city-clerk', 'city-approver'] },
  {
    username: 'new-in-county',
    posts: ['county-clerk', 'county-head'],
    county: own,
    duty: 'change-password',
  },
  { username: 'new-administrator', posts: ['administrator'], duty: 'set-up-second-factor' },
];

interface Report {
  readonly id: string;
  readonly hash: string;
  readonly division: string;
  readonly author: string;
}
interface Made {
  readonly reports: readonly Report[];
  readonly ledgers: readonly {
    readonly id: string;
    readonly division: string;
    readonly author: string;
  }[];
  /** Files of positions. */
  readonly places: readonly {
    readonly id: string;
    readonly division: string;
    readonly author: string;
  }[];
  /** Id of an approved report that gave a position. */
  readonly placed: string;
  /** Id of an account to be managed: nobody is signed in with it. */
  readonly account: string;
}

let site: PreparedSite<Made>;
beforeAll(async () => {
  site = await startPreparedSite(
    // Each person at an address of their own: it is not the rate limit that is walked here.
    { ADDRESS_HEADER: 'x-forwarded-for' },
    people,
    async (office, prepared) => {
      const reports: Report[] = [];
      for (const [author, division] of [
        ['whole-county', own],
        ['whole-city', own],
        ['city-clerk', other],
      ] as const) {
        const writer = prepared.get(author);
        if (!writer) throw new Error(author);
        const track = author === 'whole-city' ? 'national' : 'provincial';
        const report = await submitTitle(office, writer, division, track);
        reports.push({ ...report, division, author: writer.actor.id });
      }
      const managed = await office.accounts.create(
        { actor: null },
        { username: 'managed', name: '测试', posts: ['city-clerk'], county: null },
      );
      if (managed.status !== 'done') throw new Error(managed.status);
      const ledgers: Made['ledgers'][number][] = [];
      for (const [author, division] of [
        ['county-clerk', own],
        ['city-clerk', other],
      ] as const) {
        const writer = prepared.get(author);
        if (!writer) throw new Error(author);
        const kept = await office.imports.keep(
          { actor: writer.actor, request: 'prepared' },
          {
            ...{ division, track: 'township', name: '粘贴的内容', kind: 'paste' },
            bytes: Buffer.from('乡镇\t认定年份\n没有的镇\t2023\n'),
          },
        );
        if (kept.status !== 'done') throw new Error(kept.status);
        ledgers.push({ id: kept.id, division, author: writer.actor.id });
      }
      const places: Made['places'][number][] = [];
      for (const [author, division] of [
        ['county-clerk', own],
        ['city-clerk', other],
      ] as const) {
        const writer = prepared.get(author);
        if (!writer) throw new Error(author);
        const kept = await office.placeImports.keep(
          { actor: writer.actor, request: 'prepared' },
          {
            ...{ division, level: 'township', name: '虚构位置.csv' },
            bytes: Buffer.from('乡镇,经度,纬度\n没有的镇,116.9,39.9\n'),
          },
          'wgs84',
        );
        if (kept.status !== 'done') throw new Error(kept.status);
        places.push({ id: kept.id, division, author: writer.actor.id });
      }
      const placed = await givePosition(office, prepared);
      return { reports, ledgers, places, placed, account: managed.account.id };
    },
  );
}, 120_000);
afterAll(() => site.stop());

/** An approved report of one made-up position in the county; answers its id. */
async function givePosition(
  { submissions }: Office,
  prepared: ReadonlyMap<string, Colleague>,
): Promise<string> {
  const [writer, approver] = [prepared.get('city-clerk'), prepared.get('city-approver')];
  if (!writer || !approver) throw new Error('city-clerk, city-approver');
  const by = { actor: writer.actor, request: 'prepared' };
  const proposal: Proposal = {
    ...{ changes: [], reporting: [], source: { title: '虚构位置', publisher: '测试机关' } },
    places: [{ division: `${own}100`, geometry: { type: 'Point', coordinates: [116.9, 39.9] } }],
  };
  const drafted = await submissions.draft(by, own, proposal);
  if (drafted.status !== 'done') throw new Error(drafted.status);
  const { id, version } = drafted.submission;
  const submitted = await submissions.submit(by, id, version, proposal);
  if (submitted.status !== 'done') throw new Error(submitted.status);
  const { fingerprint } = submissions.effect(submitted.submission);
  const approved = await submissions.approve(
    { actor: approver.actor, request: 'prepared' },
    id,
    submitted.submission.version,
    fingerprint,
  );
  if (approved.status !== 'done') throw new Error(approved.status);
  return id;
}

/** One request, and what it is about as far as its rule asks. */
interface Asked {
  readonly path: string;
  readonly subject?: Subject;
  readonly form?: Readonly<Record<string, string>>;
}

type Ask = (operation: string, made: Made) => readonly Asked[];

/** The same address for every operation. */
const at =
  (path: string): Ask =>
  () => [{ path }];

/** A form action that changes nothing even where it is allowed: what it sends is wrong. */
const onReports: Ask = (operation, { reports }) =>
  reports.map(({ id, division, author }) => ({
    path: `/admin/submission/${id}`,
    subject: { division, author },
    // Version 0 was never shown to anybody: a clash, after the permission and before any write.
    form: { division, version: '0', reason: `测试 ${operation}`, effect: '' },
  }));

const onCounties =
  (path: string): Ask =>
  (operation) =>
    [own, other].map((division) => ({
      path: operation === 'GET' ? `${path}?division=${division}` : path,
      subject: { division },
      form: { division },
    }));

/** The same of a ledger: the outcome it would confirm was never shown. */
const onLedgers =
  (file = ''): Ask =>
  (_, { ledgers }) =>
    ledgers.map(({ id, division, author }) => ({
      path: `/admin/import/${id}${file}`,
      subject: { division, author },
      form: { fingerprint: '', without: 'yes' },
    }));

/** The same of a file of positions. */
const onPlaces: Ask = (_, { places }) =>
  places.map(({ id, division, author }) => ({
    path: `/admin/places/${id}`,
    subject: { division, author },
    form: { fingerprint: '', without: 'yes', title: '测试', publisher: '测试机关' },
  }));

/** Where each route lies, and what there is to ask it about. A route without a line fails below. */
const addresses: Readonly<Record<string, Ask>> = {
  '/(public)': at('/'),
  '/(public)/county/[code]': at(`/county/${own}`),
  '/(public)/method': at('/method'),
  '/(public)/township/[code]': at('/township/131082100'),
  '/(public)/townships': at('/townships'),
  '/(public)/villages': at('/villages'),
  '/(public)/[...path]': at('/nowhere'),
  '/api/[...path]': at('/api/nowhere'),
  '/api/v1/counties.[format=format]': at('/api/v1/counties.geojson'),
  '/api/v1/townships.[format=format]': at('/api/v1/townships.csv'),
  '/api/v1/villages.[format=format]': at('/api/v1/villages.xlsx'),
  '/api/v1/divisions.csv': at('/api/v1/divisions.csv'),
  '/api/v1/progress.json': at('/api/v1/progress.json'),
  '/api/v1/progress/[target].json': at('/api/v1/progress/none.json'),
  '/api/v1/status.json': at('/api/v1/status.json'),
  '/healthz': at('/healthz'),
  '/readyz': at('/readyz'),
  '/map-geometry.json': at('/map-geometry.json'),
  '/map-places.json': at('/map-places.json'),
  '/map.svg': at('/map.svg'),

  '/admin': onCounties('/admin'),
  '/admin/report': onCounties('/admin/report'),
  '/admin/submission/[id]': onReports,
  '/admin/submission/[id]/file/[hash]': (_, { reports }) =>
    reports.map(({ id, hash, division, author }) => ({
      path: `/admin/submission/${id}/file/${hash}`,
      subject: { division, author },
    })),
  '/admin/import': onCounties('/admin/import'),
  '/admin/import/template.xlsx': () =>
    [own, other].map((division) => ({
      path: `/admin/import/template.xlsx?track=village&division=${division}`,
      subject: { division },
    })),
  '/admin/import/[id]': onLedgers(),
  '/admin/import/[id]/checked.xlsx': onLedgers('/checked.xlsx'),
  '/admin/places': onCounties('/admin/places'),
  '/admin/places/[id]': onPlaces,
  // Of no unit: nothing is taken back where it is allowed.
  '/admin/places/take-back/[id]': (_, { placed }) => [
    { path: `/admin/places/take-back/${placed}`, subject: { division: own } },
  ],
  // An empty form sets no quota: nothing comes of it where it is allowed.
  '/admin/quotas': () => [{ path: '/admin/quotas', subject: { division: '131000' } }],
  '/admin/inbox': at('/admin/inbox'),
  '/admin/reporting': at('/admin/reporting'),
  '/admin/set-up/[token]': at('/admin/set-up/no-such-token'),
  '/admin/sign-in': at('/admin/sign-in'),
  '/admin/second-factor': at('/admin/second-factor'),
  '/admin/sign-out': at('/admin/sign-out'),
  '/admin/password': at('/admin/password'),
  '/admin/own-account/second-factor': at('/admin/own-account/second-factor'),
  '/admin/own-account': at('/admin/own-account'),
  '/admin/accounts': at('/admin/accounts'),
  '/admin/accounts/new': at('/admin/accounts/new'),
  '/admin/accounts/[id]': (_, { account }) => [{ path: `/admin/accounts/${account}` }],
  '/admin/settings': at('/admin/settings'),
  '/admin/log': at('/admin/log'),
  '/admin/log.csv': at('/admin/log.csv'),
  '/admin/log.jsonl': at('/admin/log.jsonl'),
  '/admin/permissions': at('/admin/permissions'),
};

type Verdict =
  | 'allowed'
  /** Led to the sign-in, or told to sign in. */
  | 'sign-in'
  /** Led to the duty that stands before everything else, or told of it. */
  | 'duty'
  /** Led to one's own first page. */
  | 'home'
  | 'refused';

/** What the table says must come of it. `who` `null`: nobody is signed in. */
function expected(who: Colleague | null, rule: Rule, route: string, asked: Asked): Verdict {
  if (rule === 'public') return 'allowed';
  if (rule === 'nobody') return who ? (who.duty === 'none' ? 'home' : 'duty') : 'allowed';
  if (!who) return 'sign-in';
  if (rule === 'signed-in') return 'allowed';
  if (who.duty !== 'none') return 'duty';
  if (decide(who.actor, rule, asked.subject).status === 'allowed') return 'allowed';
  return 'refused';
}

const methods: ReadonlySet<string> = new Set(['GET', 'POST']);

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

async function send({ who, operation, asked }: Visit): Promise<Answer> {
  const { path, form = {} } = asked;
  const isRead = operation === 'GET' || operation === 'fallback';
  const action = methods.has(operation) || operation === 'default' ? '' : `?/${operation}`;
  const number = who ? people.findIndex(({ username }) => username === who.username) + 1 : 0;
  const response = await fetch(site.origin + path + (isRead ? '' : action), {
    method: operation === 'GET' ? 'GET' : operation === 'fallback' ? 'OPTIONS' : 'POST',
    headers: {
      accept: 'text/html',
      origin: site.origin,
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
function verdictOf({ who, operation }: Visit, { status, location, text }: Answer): string {
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

interface Visit {
  readonly route: string;
  readonly operation: string;
  readonly rule: Rule;
  readonly who: Colleague | null;
  readonly asked: Asked;
}

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
      const answer = await send(visit);
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
