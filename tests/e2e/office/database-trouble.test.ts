/**
 * The database is locked, full or gone while a clerk submits: the page says so, nothing is half
 * written, and everything that was typed is there to be sent again.
 */
import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stop as stopWords } from '../../../src/lib/i18n/zh-CN/office-frame.ts';
import { databaseAddress } from '../../../src/lib/server/db/open.ts';
import { startPostgres, type PostgresServer } from '../../contract/postgres-server.ts';
import { launchBrowser } from '../browser.ts';
import { arrive, type Person } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';
import { beginReport, choose, goodFile, submitReport, toldAt, wholeReport } from './report-page.ts';
import { rowsWritten } from './rows-written.ts';
import { severable, type Severable } from '../../contract/severable.ts';
import { smallDisk } from './small-disk.ts';
import { words } from '../../../src/lib/i18n/zh-CN/desk-report.ts';

const phone = { viewport: { width: 390, height: 844 } };
const clerks = ['131002', '131003', '131082'].map((county) => ({
  username: `clerk-${county}`,
  posts: ['county-clerk'] as const,
  county,
}));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function begin(site: PreparedSite<unknown>, county: string): Promise<Person> {
  const who = await arrive(browser, site.origin, colleague(site, `clerk-${county}`), phone);
  await beginReport(who.page);
  await choose(who.page, goodFile);
  return who;
}

/** Presses 提交, and is told by the page of the fault with everything that was typed. */
async function isHeldBack(
  { page }: Person,
  told: { readonly title: string; readonly text: string },
): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST', {
    timeout: 60_000,
  });
  await page.getByRole('button', { name: words.submit, exact: true }).click({ timeout: 60_000 });
  const answer = await answered;
  await page.waitForLoadState();
  expect(answer.status()).toBe(503);
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(told.title);
  const text = await page.locator('main').innerText();
  expect(text).toContain(told.text);
  expect(text).toContain(goodFile.name);
  for (const each of [wholeReport.title, wholeReport.documentNumber, wholeReport.note]) {
    expect(text).toContain(each);
  }
}

/** Sends what was kept again: only the file is to be chosen anew. */
async function sendsAgain({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: stopWords.sendAgain }).click();
  await page.locator('input[type=file]').waitFor();
  expect(await toldAt(page, 'files')).not.toBe('');
  expect(await page.locator('[name=title]').inputValue()).toBe(wholeReport.title);
  await choose(page, goodFile);
  await submitReport(page);
  const text = await page.locator('main').innerText();
  for (const each of [wholeReport.title, wholeReport.documentNumber, wholeReport.note]) {
    expect(text).toContain(each);
  }
}

/** What the browser itself says of the 503 is no fault of the page. */
function faultsOf({ faults }: Person): readonly string[] {
  return faults.filter((fault) => !/status of 503/.test(fault));
}

describe('SQLite', () => {
  let site: PreparedSite<null>;
  let address: string;
  beforeAll(async () => {
    site = await startPreparedSite({}, clerks, async () => null);
    address = databaseAddress({ databaseUrl: null, varDir: site.varDir });
  });
  afterAll(() => site.stop());

  it('that another program holds locked', async () => {
    const who = await begin(site, '131082');
    const before = await rowsWritten(address);
    const holder = new BetterSqlite(address);
    holder.exec('begin immediate');
    try {
      await isHeldBack(who, stopWords['database-locked']);
    } finally {
      holder.exec('rollback');
      holder.close();
    }
    expect(await rowsWritten(address)).toEqual(before);
    await sendsAgain(who);
    expect(faultsOf(who)).toEqual([]);
    await who.close();
  });
});

const disk = smallDisk();
afterAll(() => disk?.remove());

// Elsewhere db/sqlite.test.ts fills a database, and the PostgreSQL below answers as a full one.
describe.skipIf(disk === null)('SQLite on a disk of its own', () => {
  it('that is full', async () => {
    const varDir = join(disk?.folder ?? '', 'var');
    const address = databaseAddress({ databaseUrl: null, varDir });
    const site = await startPreparedSite({ VAR_DIR: varDir }, clerks, async () => null);
    try {
      const who = await begin(site, '131082');
      // Still a PDF, so that it is for want of room that it is not kept.
      const padding = Buffer.alloc(8 * 1024 * 1024, 'x');
      const large = Buffer.concat([goodFile.buffer, padding, Buffer.from('\n%%EOF\n')]);
      await choose(who.page, { ...goodFile, buffer: large });
      const before = await rowsWritten(address);
      await disk?.whileFull(64 * 1024, () => isHeldBack(who, stopWords['database-full']));
      // The draft was whole when the file found no room: it is there with its rows, or not at all.
      const after = await rowsWritten(address);
      expect(after.submission - before.submission).toBe(
        after.submission_step - before.submission_step,
      );
      await sendsAgain(who);
      expect(faultsOf(who)).toEqual([]);
      await who.close();
    } finally {
      await site.stop();
    }
  });
});

describe('PostgreSQL', () => {
  let server: PostgresServer;
  let way: Severable;
  let site: PreparedSite<null>;
  beforeAll(async () => {
    server = await startPostgres();
    const direct = new URL(server.url);
    way = await severable(direct.hostname, Number(direct.port));
    const through = new URL(server.url);
    through.port = String(way.port);
    site = await startPreparedSite({ DATABASE_URL: through.href }, clerks, async () => null);
  });
  afterAll(async () => {
    await site.stop();
    await way.close();
    await server.stop();
  });
  const status = async (path: string) => {
    const answer = await fetch(site.origin + path);
    await answer.arrayBuffer();
    return answer.status;
  };

  it('that is gone, and comes back', async () => {
    const who = await begin(site, '131082');
    const before = await rowsWritten(server.url);
    expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);
    await way.sever();
    try {
      await isHeldBack(who, stopWords['database-gone']);
      expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503]);
      // The public is served from what is known already.
      expect(await status('/')).toBe(200);
      const desk = await fetch(`${site.origin}/admin`, {
        headers: { accept: 'text/html', cookie: colleague(site, 'clerk-131082').cookie },
        redirect: 'manual',
      });
      expect(desk.status).toBe(503);
      expect(await desk.text()).toContain(stopWords.databaseRead);
    } finally {
      await way.mend();
    }
    expect(await rowsWritten(server.url)).toEqual(before);
    await expect.poll(() => status('/readyz'), { timeout: 20_000 }).toBe(200);
    await sendsAgain(who);
    expect(faultsOf(who)).toEqual([]);
    await who.close();
  });

  it('that has no room for the row of the log, which is the last to be written', async () => {
    const who = await begin(site, '131003');
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      const before = await rowsWritten(server.url);
      // What PostgreSQL itself answers on a full disk (SQLSTATE 53100, disk_full).
      await client.query(`create function no_room() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
      await client.query(
        'create trigger no_room before insert on audit for each row execute function no_room()',
      );
      try {
        await isHeldBack(who, stopWords['database-full']);
      } finally {
        await client.query('drop trigger no_room on audit');
      }
      expect(await rowsWritten(server.url)).toEqual(before);
    } finally {
      await client.end();
    }
    await sendsAgain(who);
    expect(faultsOf(who)).toEqual([]);
    await who.close();
  });
});
