/**
 * The database is locked, full or gone while a clerk imports a ledger, or positions: the page says so,
 * nothing is half written, what was chosen stands, and once it is mended the same page goes on.
 */
import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stop as stopWords } from '../../../src/lib/i18n/zh-CN/office-frame.ts';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { databaseAddress } from '../../../src/lib/server/db/open.ts';
import { startPostgres, type PostgresServer } from '../../contract/postgres-server.ts';
import { launchBrowser } from '../browser.ts';
import {
  beginImport,
  chooseFile,
  imports,
  meant,
  ownCounty,
  press,
  reportOf,
  sendImport,
  type ImportPage,
} from './import-page.ts';
import { arrive, type Person } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';
import { rowsWritten } from './rows-written.ts';
import { severable, type Severable } from '../../contract/severable.ts';
import { smallDisk } from './small-disk.ts';

const clerk = { username: 'clerk', posts: ['county-clerk'] as const, county: ownCounty };
/** The script that tells how far an upload has come is one of the ways; none is the other. */
const ways = imports.flatMap((kind) =>
  [true, false].map((script) => ({
    kind,
    script,
    named: `${kind.what}, ${script ? 'with' : 'without'} a script`,
  })),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What makes the database fail while the task runs. */
type Trouble = <Value>(task: () => Promise<Value>) => Promise<Value>;

interface Told {
  readonly title: string;
  readonly text: string;
}

/** Presses the button, and is told by the page of the fault; nothing was written. */
async function isHeldBack(
  { page }: Person,
  button: string,
  { told, address, trouble }: { told: Told; address: string; trouble: Trouble },
): Promise<void> {
  const before = await rowsWritten(address);
  await trouble(async () => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await press(page, button);
    const answer = await answered;
    expect(answer.status()).toBe(503);
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
    await page.getByRole('heading', { level: 1, name: told.title }).waitFor();
  });
  const said = await page.locator('main').innerText();
  expect(said).toContain(told.text);
  // Chinese, and nothing that only a machine reads.
  expect(said).not.toMatch(/village|wgs84|[0-9a-f]{16}|\b131082/);
  expect(await rowsWritten(address)).toEqual(before);
}

/** Sends in, looks through and confirms; each step fails first, and goes on from where it failed. */
async function goesOn(who: Person, kind: ImportPage, fault: Parameters<typeof isHeldBack>[2]) {
  const { page } = who;
  await beginImport(page, kind);
  await isHeldBack(who, kind.upload, fault);
  expect(await page.locator('main').innerText()).toContain(kind.file.name);
  // Only the file is to be chosen anew: a browser sends none by itself.
  await press(page, stopWords.sendAgain);
  await page.locator('#file-error').waitFor();
  expect(await kind.filled(page)).toBe('village');
  await chooseFile(page, kind.file);
  const address = await sendImport(page, kind);

  await meant(page).check();
  await isHeldBack(who, words.recheck, fault);
  await press(page, stopWords.sendAgain);
  await page.getByText(words.rechecked).waitFor();
  expect(new URL(page.url()).pathname).toBe(address);
  expect(await meant(page).isChecked()).toBe(true);

  await kind.complete(page);
  const before = await rowsWritten(fault.address);
  await isHeldBack(who, kind.confirm, fault);
  await press(page, stopWords.sendAgain);
  const report = await reportOf(page);
  await page.goto(address);
  await page.getByText(words.toSubmission).click();
  await page.waitForURL(`**${report}`);
  expect((await rowsWritten(fault.address)).submission).toBe(before.submission + 1);
  // What the browser itself says of the 503 is no fault of the page.
  expect(who.faults.filter((each) => !/status of 503/.test(each))).toEqual([]);
}

describe('SQLite that another program holds locked', () => {
  let site: PreparedSite<null>;
  let address: string;
  beforeAll(async () => {
    site = await startPreparedSite({}, [clerk], async () => null);
    address = databaseAddress({ databaseUrl: null, varDir: site.varDir });
  });
  afterAll(() => site.stop());

  it.each(ways)('holds up $named, and lets it go on', async ({ kind, script }) => {
    const who = await arrive(browser, site.origin, colleague(site, 'clerk'), {
      javaScriptEnabled: script,
    });
    const trouble: Trouble = async (task) => {
      const holder = new BetterSqlite(address);
      holder.exec('begin immediate');
      try {
        return await task();
      } finally {
        holder.exec('rollback');
        holder.close();
      }
    };
    await goesOn(who, kind, { told: stopWords['database-locked'], address, trouble });
    await who.close();
  });
});

const disk = smallDisk();
afterAll(() => disk?.remove());

// Elsewhere the PostgreSQL below answers as a full one.
describe.skipIf(disk === null)('SQLite on a disk that is full', () => {
  it.each(imports)('keeps nothing of $what, and takes it when there is room', async (kind) => {
    const varDir = join(disk?.folder ?? '', kind.path);
    const address = databaseAddress({ databaseUrl: null, varDir });
    const site = await startPreparedSite({ VAR_DIR: varDir }, [clerk], async () => null);
    try {
      const who = await arrive(browser, site.origin, colleague(site, 'clerk'));
      await beginImport(who.page, kind, kind.large);
      await isHeldBack(who, kind.upload, {
        told: stopWords['database-full'],
        address,
        trouble: async (task) => {
          if (!disk) throw new Error('There is no disk to fill.');
          return disk.whileFull(64 * 1024, task);
        },
      });
      await press(who.page, stopWords.sendAgain);
      await chooseFile(who.page, kind.large);
      await sendImport(who.page, kind);
      expect(await meant(who.page).count()).toBe(1);
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
    site = await startPreparedSite({ DATABASE_URL: through.href }, [clerk], async () => null);
  });
  afterAll(async () => {
    await site.stop();
    await way.close();
    await server.stop();
  });

  it.each(imports)('that is gone holds up $what, and lets it go on', async (kind) => {
    const who = await arrive(browser, site.origin, colleague(site, 'clerk'));
    const isReady = async () => (await fetch(`${site.origin}/readyz`)).status;
    const trouble: Trouble = async (task) => {
      await way.sever();
      try {
        return await task();
      } finally {
        await way.mend();
        await expect.poll(isReady, { timeout: 20_000 }).toBe(200);
      }
    };
    await goesOn(who, kind, { told: stopWords['database-gone'], address: server.url, trouble });
    await who.close();
  });

  it.each(imports)('without room holds up $what, and lets it go on', async (kind) => {
    const who = await arrive(browser, site.origin, colleague(site, 'clerk'));
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    // What PostgreSQL itself answers on a full disk (SQLSTATE 53100, disk_full).
    await client.query(`create or replace function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
    const tables = ['ledger', 'audit'] as const;
    const trouble: Trouble = async (task) => {
      for (const table of tables) {
        await client.query(
          `create trigger no_room before insert or update on ${table} for each row execute function no_room()`,
        );
      }
      try {
        return await task();
      } finally {
        for (const table of tables) await client.query(`drop trigger no_room on ${table}`);
      }
    };
    try {
      const fault = { told: stopWords['database-full'], address: server.url, trouble };
      await goesOn(who, kind, fault);
    } finally {
      await client.end();
    }
    await who.close();
  });
});
