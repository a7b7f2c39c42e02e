/**
 * An upload refused before anybody read it, too often or at a moment with too much: the form's script keeps
 * the person on the page, says why in the language she chose, and all that was chosen stands to be sent again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { problemDocument } from '../../../src/lib/server/http/problem.ts';
import { launchBrowser } from '../browser.ts';
import { beginImport, imports, ownCounty, press } from './import-page.ts';
import { arrive, type Person } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';
import { rawUpload, type RawUpload } from './raw-upload.ts';

const [ledger] = imports;
if (!ledger) throw new Error('There is no import of ledgers.');

type Language = 'zh-CN' | 'en';

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPreparedSite(
    {},
    ['eager', 'patient', 'crowd'].map((username) => ({
      username,
      posts: ['county-clerk'],
      county: ownCounty,
    })),
    () => Promise.resolve(null),
  );
}, 120_000);
afterAll(async () => {
  await site.stop();
  await browser.close();
});

const atOnce = 8;
const waiting = 64;

/**
 * Takes every place for a file in reading, and every one to wait for it, with bodies that do not come.
 * All are taken when as many in a row are turned away as are read at once: where the queue is full
 * before those who may begin have begun, one of them begins in each turn of the server.
 */
async function takeEveryPlace(bytes: Uint8Array<ArrayBuffer>): Promise<readonly RawUpload[]> {
  const form = {
    path: '/admin/import?/upload',
    fields: { track: 'village', division: ownCounty },
    file: { name: '名单.csv', bytes },
  };
  const crowd: RawUpload[] = [];
  for (let turnedAway = 0; turnedAway < atOnce;) {
    const one = await rawUpload(site.origin, colleague(site, 'crowd'), form, 10);
    crowd.push(one);
    const mayWait = crowd.length <= atOnce + waiting;
    const answer = await Promise.race([
      one.answered,
      one.sent.then(() => pause(mayWait ? 0 : 500)),
    ]);
    if (typeof answer === 'string') expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    turnedAway = typeof answer === 'string' ? turnedAway + 1 : 0;
  }
  return crowd;
}

/** Presses the button, is refused, and finds everything as it was. */
async function isToldToWait(
  { page }: Person,
  kind: 'too-many' | 'overloaded',
  lang: Language,
): Promise<void> {
  const { status, title, detail } = problemDocument({ kind }, lang);
  // Chosen in another window meanwhile: the browser itself asks for English all the time.
  await page.context().addCookies([{ name: 'lang', value: lang, url: site.origin }]);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await press(page, words.upload);
  const answer = await answered;
  expect(answer.status()).toBe(status);
  expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
  const told = page.locator('form[data-import] [data-progress]');
  await page.waitForFunction(
    (text) => document.querySelector('[data-progress]')?.textContent === text,
    `${title} ${detail}`,
  );
  expect(await told.isVisible()).toBe(true);
  expect(new URL(page.url()).pathname).toBe('/admin/import');
  expect(await page.locator('#track').inputValue()).toBe('village');
  const chosen = await page
    .locator('input[type=file]')
    .evaluate((input) => [...((input as HTMLInputElement).files ?? [])].map(({ name }) => name));
  expect(chosen).toEqual([ledger?.file.name]);
  const button = page.getByRole('button', { name: words.upload, exact: true });
  expect(await button.isEnabled()).toBe(true);
}

describe.each<Language>(['zh-CN', 'en'])('an upload refused, in %s,', (lang) => {
  it('as one too many of its account, leaves the person with what she chose', async () => {
    const sender = colleague(site, 'eager');
    const headers = { cookie: sender.cookie, origin: site.origin };
    const form = () => {
      const body = new FormData();
      body.set('track', '');
      return { method: 'POST', headers, body, redirect: 'manual' } as const;
    };
    let status = 0;
    // Some have been counted where the other language came first.
    for (let sent = 0; sent <= 60 && status !== 429; sent += 1) {
      ({ status } = await fetch(`${site.origin}/admin/import?/upload`, form()));
    }
    expect(status).toBe(429);
    const who = await arrive(browser, site.origin, colleague(site, 'eager'));
    await beginImport(who.page, ledger);
    await isToldToWait(who, 'too-many', lang);
    expect(who.faults).toEqual([]);
    await who.close();
  }, 60_000);

  it('because too many are on their way, goes through when it is sent again', async () => {
    const who = await arrive(browser, site.origin, colleague(site, 'patient'));
    await beginImport(who.page, ledger);
    const crowd = await takeEveryPlace(new Uint8Array(ledger.file.buffer));
    await isToldToWait(who, 'overloaded', lang);
    for (const { giveUp } of crowd) giveUp();
    // The server hears of them one after another.
    await expect
      .poll(async () => {
        const answered = who.page.waitForResponse((each) => each.request().method() === 'POST');
        await press(who.page, words.upload);
        return (await answered).status();
      })
      .toBe(303);
    await who.page.waitForURL(/\/admin\/import\/[0-9a-f-]{36}$/);
    expect(who.faults.filter((fault) => !/status of 503/.test(fault))).toEqual([]);
    await who.close();
  }, 60_000);
});
