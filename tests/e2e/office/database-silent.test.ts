/**
 * PostgreSQL is there and says nothing (a network that drops packets, a machine that hangs): the public is
 * served, the watch over the site is told in time, and all goes on by itself; and the site can be ended.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approve } from '../../../scripts/chaos/approve.ts';
import { startPostgres, type PostgresServer } from '../../contract/postgres-server.ts';
import { severable, type Severable } from '../../contract/severable.ts';
import { colleague, startPreparedSite, submitTitle, type PreparedSite } from './prepared-office.ts';

const county = '131022';
const colleagues = [
  { username: 'clerk', posts: ['city-clerk'] as const },
  { username: 'approver', posts: ['city-approver'] as const },
];

let server: PostgresServer;
let way: Severable;
let site: PreparedSite<string>;
beforeAll(async () => {
  server = await startPostgres();
  const through = new URL(server.url);
  way = await severable(through.hostname, Number(through.port));
  through.port = String(way.port);
  site = await startPreparedSite(
    { DATABASE_URL: through.href },
    colleagues,
    async (office, people) => {
      const clerk = people.get('clerk');
      if (!clerk) throw new Error('There is no clerk.');
      return (await submitTitle(office, clerk, county)).id;
    },
  );
}, 180_000);
afterAll(async () => {
  await way.close();
  await server.stop();
});

const answerOf = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const began = performance.now();
  const answer = await fetch(site.origin + path, { headers, redirect: 'manual' });
  await answer.arrayBuffer();
  return { status: answer.status, milliseconds: performance.now() - began };
};

it('is told in time, keeps nobody from the public pages, and goes on by itself', async () => {
  const approver = colleague(site, 'approver');
  way.freeze();
  const desk = answerOf('/admin', { accept: 'text/html', cookie: approver.cookie });
  const ready = await answerOf('/readyz');
  expect(ready.status).toBe(503);
  expect(ready.milliseconds).toBeLessThan(3_000);
  expect(site.output()).toContain('no answer from the database in 2000 ms');
  for (const path of ['/', '/villages', '/healthz']) {
    const { status, milliseconds } = await answerOf(path);
    expect([path, status]).toEqual([path, 200]);
    expect(milliseconds, path).toBeLessThan(2_000);
  }
  way.thaw();
  expect((await desk).status).toBe(200);
  await expect.poll(async () => (await answerOf('/readyz')).status).toBe(200);
  expect(await approve(site.origin, approver.cookie, site.made)).toBe('acknowledged');
});

it('does not keep the site from ending, which says that it did not let go in order', async () => {
  way.freeze();
  const began = performance.now();
  expect(await site.stop()).toBe(1);
  // Ten seconds for the requests in hand, five for the database.
  expect(performance.now() - began).toBeLessThan(20_000);
});
