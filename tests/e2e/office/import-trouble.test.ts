/**
 * What goes wrong between a clerk and an import, of a ledger and of positions: a file too large, the line
 * cut, a button pressed twice, the way back, two windows. The page says so in a sentence, nothing is written
 * twice or by halves, and what was chosen stands.
 */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { databaseAddress } from '../../../src/lib/server/db/open.ts';
import { launchBrowser } from '../browser.ts';
import {
  beginImport,
  chooseFile,
  confirmImport,
  imports,
  meant,
  ownCounty,
  press,
  reportOf,
  sendImport,
  settleImport,
  type ImportPage,
} from './import-page.ts';
import { leave } from './leave.ts';
import { arrive } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';
import { rowsWritten } from './rows-written.ts';
import { severable, type Severable } from '../../contract/severable.ts';

let browser: Browser;
let site: PreparedSite<null>;
/** The line between the clerk and the site. */
let line: Severable;
let address: string;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPreparedSite(
    {},
    [{ username: 'clerk', posts: ['county-clerk'], county: ownCounty }],
    () => Promise.resolve(null),
  );
  address = databaseAddress({ databaseUrl: null, varDir: site.varDir });
  const { hostname, port } = new URL(site.origin);
  line = await severable(hostname, Number(port));
});
afterAll(async () => {
  await browser.close();
  await line.close();
  await site.stop();
});

function comes(options: BrowserContextOptions = {}, origin = site.origin) {
  return arrive(browser, origin, colleague(site, 'clerk'), options);
}

/** A preview with everything settled: all that is left is to confirm. */
async function comesToConfirm(kind: ImportPage) {
  const who = await comes();
  await beginImport(who.page, kind);
  const preview = await sendImport(who.page, kind);
  await settleImport(who.page, kind);
  return { who, page: who.page, preview };
}

/** Reports made since. */
async function reports(since = 0): Promise<number> {
  return (await rowsWritten(address)).submission - since;
}

const megabytes = (size: number) => Buffer.alloc(size * 1_000_000, '乡镇,村\n');

describe.each(imports)('a file of $what that is too large', (kind) => {
  it('is told of before it is sent, where there is a script', async () => {
    const who = await comes();
    const { page } = who;
    const before = await rowsWritten(address);
    await beginImport(page, kind, { ...kind.file, buffer: megabytes(21) });
    await page.getByText(words.tooLarge).waitFor();
    await press(page, kind.upload);
    expect(
      await page.locator('input[type=file]').evaluate((at) => at === document.activeElement),
    ).toBe(true);
    expect(await kind.filled(page)).toBe('village');
    await chooseFile(page, kind.file);
    expect(await page.getByText(words.tooLarge).count()).toBe(0);
    await sendImport(page, kind);
    expect((await rowsWritten(address)).ledger).toBe(before.ledger + 1);
    await leave(who);
  });

  it('is told of beside the field, where there is none', async () => {
    const who = await comes({ javaScriptEnabled: false });
    const { page } = who;
    const before = await rowsWritten(address);
    await beginImport(page, kind, { ...kind.file, buffer: megabytes(22) });
    await press(page, kind.upload);
    await page.locator('#file-error').waitFor();
    expect(await page.locator('#file-error').innerText()).toMatch(/2[12] ?MB/);
    expect(await kind.filled(page)).toBe('village');
    expect(await rowsWritten(address)).toEqual(before);
    await leave(who);
  });
});

describe.each(imports)('an upload of $what that breaks off half-way', (kind) => {
  it('is told of, and sent again from the same page', async () => {
    const who = await comes({}, `http://127.0.0.1:${line.port}`);
    const { page } = who;
    const before = await rowsWritten(address);
    await beginImport(page, kind, kind.large);
    const session = await page.context().newCDPSession(page);
    const rate = (uploadThroughput: number) =>
      session.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput },
      });
    await rate(300_000);
    await press(page, kind.upload);
    await page.locator('[data-progress]', { hasText: /正在上传：[1-9]0%/ }).waitFor();
    await line.sever();
    await page.locator('[data-progress]', { hasText: words.broken }).waitFor();
    expect(await rowsWritten(address)).toEqual(before);
    await line.mend();
    await rate(-1);
    expect(await kind.filled(page)).toBe('village');
    await sendImport(page, kind);
    expect((await rowsWritten(address)).ledger).toBe(before.ledger + 1);
    // What the browser itself says of the broken line is no fault of the page.
    expect(who.faults.filter((fault) => !/net::ERR_/.test(fault))).toEqual([]);
    await who.close();
  });
});

describe.each(imports)('the confirming of $what', (kind) => {
  it('pressed twice makes one report', async () => {
    const { who, page, preview } = await comesToConfirm(kind);
    const before = await reports();
    await page.getByRole('button', { name: kind.confirm }).dblclick();
    const made = await reportOf(page);
    expect(await reports(before)).toBe(1);
    await page.goto(preview);
    await page.getByText(words.toSubmission).click();
    await page.waitForURL(`**${made}`);
    await leave(who);
  });

  it('sent twice at the same moment makes one report', async () => {
    const { who, page } = await comesToConfirm(kind);
    const before = await reports();
    const led = await page.locator('form[action="?/check"]').evaluate(async (form, again) => {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form as HTMLFormElement)) {
        if (typeof value === 'string') body.append(name, value);
      }
      // As a form would: SvelteKit answers a script with JSON else.
      const headers = { accept: 'text/html' };
      const send = async () => (await fetch('?/confirm', { method: 'POST', headers, body })).url;
      return Promise.all(Array.from({ length: again }, send));
    }, 4);
    expect(new Set(led.map((url) => new URL(url).pathname)).size).toBe(1);
    expect(led[0]).toContain('/admin/submission/');
    expect(await reports(before)).toBe(1);
    await leave(who);
  });

  it('is not offered again on the way back, which leads to the report', async () => {
    const { who, page } = await comesToConfirm(kind);
    const before = await reports();
    const made = await confirmImport(page, kind);
    await page.goBack();
    await page.getByText(words.toSubmission).waitFor();
    expect(await page.getByRole('button', { name: kind.confirm }).count()).toBe(0);
    await page.getByText(words.toSubmission).click();
    await page.waitForURL(`**${made}`);
    expect(await reports(before)).toBe(1);
    await leave(who);
  });

  it('in a window where less was chosen shows what the other window chose, first', async () => {
    const who = await comes();
    const { page } = who;
    await beginImport(page, kind);
    const preview = await sendImport(page, kind);
    const other = await page.context().newPage();
    await other.goto(preview);
    await settleImport(page, kind);
    const before = await reports();
    await other.getByRole('checkbox', { name: /不导入这些/ }).check();
    await kind.complete(other);
    await press(other, kind.confirm);
    await other.getByText(kind.changedMeanwhile).waitFor();
    expect(await meant(other).isChecked()).toBe(true);
    expect(await reports(before)).toBe(0);
    await confirmImport(other, kind);
    // The first window still shows what is a report by now.
    await press(page, kind.confirm);
    await reportOf(page);
    expect(await reports(before)).toBe(1);
    await leave(who);
  });
});
