/**
 * PostgreSQL ends every connection again and again (a failover, an administrator, a pooler) while people
 * approve, read and listen: the process stays, what was answered is there, and pages hear of news again.
 */
import { get } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve, type Approval } from '../../../scripts/chaos/approve.ts';
import { check } from '../../../scripts/chaos/check.ts';
import { prepareOffice, type PreparedOffice } from '../../../scripts/chaos/prepare-office.ts';
import { startPostgres, type PostgresServer } from '../../contract/postgres-server.ts';
import { startPreparedSite, type PreparedSite } from './prepared-office.ts';

/** Milliseconds. */
const between = 200;
const lasts = 8_000;

let server: PostgresServer;
let site: PreparedSite<PreparedOffice>;
let keeper: pg.Client;

beforeAll(async () => {
  server = await startPostgres();
  site = await startPreparedSite({ DATABASE_URL: server.url }, [], () => prepareOffice(3, 200));
  keeper = new pg.Client({ connectionString: server.url });
  await keeper.connect();
});
afterAll(async () => {
  await site.stop();
  await keeper.end();
  await server.stop();
});

const others = `from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

async function endEveryConnection(): Promise<number> {
  const { rowCount } = await keeper.query(`select pg_terminate_backend(pid) ${others}`);
  return rowCount ?? 0;
}

async function status(path: string): Promise<number> {
  const answer = await fetch(site.origin + path);
  await answer.arrayBuffer();
  return answer.status;
}

/** Versions that the stream has told, one after another. */
function listen(): readonly string[] {
  const heard: string[] = [];
  get(`${site.origin}/live`, (stream) => {
    stream.setEncoding('utf8').on('data', (text: string) => {
      heard.push(...[...text.matchAll(/^data: (.+)$/gm)].map(([, version = '']) => version));
    });
    stream.on('error', () => undefined);
  });
  return heard;
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

describe('a PostgreSQL that ends every connection five times a second', () => {
  it('neither ends the site nor loses what it has answered', async () => {
    const { approvers, submissions } = site.made;
    const waiting = [...submissions];
    const acknowledged = new Set<string>();
    const came: Partial<Record<Approval, number>> = {};
    const heard = listen();
    await expect.poll(() => heard.length).toBe(1);

    const end = Date.now() + lasts;
    let ended = 0;
    const ending = async () => {
      while (Date.now() < end) {
        ended += await endEveryConnection();
        await pause(between);
      }
    };
    const approving = async (cookie: string) => {
      while (Date.now() < end) {
        const id = waiting.shift();
        if (id === undefined) return;
        const approval = await approve(site.origin, cookie, id);
        came[approval] = (came[approval] ?? 0) + 1;
        if (approval === 'acknowledged') acknowledged.add(id);
        else waiting.push(id);
      }
    };
    const reading = async () => {
      while (Date.now() < end) {
        // The public is served from what is known, whatever becomes of the database.
        expect(await status('/')).toBe(200);
        expect([200, 503]).toContain(await status('/readyz'));
        await pause(between / 4);
      }
    };
    await Promise.all([ending(), reading(), ...approvers.map(approving)]);
    // A drill in which nothing was ended, or nobody was held up, has shown nothing.
    expect(ended).toBeGreaterThan(20);
    expect(acknowledged.size, JSON.stringify(came)).toBeGreaterThan(5);
    expect(came.busy, JSON.stringify(came)).toBeGreaterThan(0);

    expect(await status('/healthz')).toBe(200);
    await expect.poll(() => status('/readyz'), { timeout: 10_000 }).toBe(200);
    await expect
      .poll(async () => (await keeper.query(`select ${others} and query like 'listen %'`)).rowCount)
      .toBe(1);

    // Approved by somebody, answered or not, is approved: the form is gone, and the next in line is taken.
    const told = heard.length;
    const [approver = ''] = approvers;
    for (const id of waiting) {
      if ((await approve(site.origin, approver, id)) !== 'acknowledged') continue;
      acknowledged.add(id);
      break;
    }
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBeGreaterThan(told);
    const { approved, losses } = await check(site.varDir, acknowledged, server.url);
    expect(losses).toEqual([]);
    expect(approved.size).toBeGreaterThanOrEqual(acknowledged.size);
  });
});
