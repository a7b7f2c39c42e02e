/**
 * The connection to PostgreSQL is lost while it commits what a clerk submits: it is there, and the page
 * does not say that nothing was saved. Whoever sends it again all the same makes no second one. Of an
 * approval the public sees it.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stop as stopWords } from '../../../src/lib/i18n/zh-CN/office-frame.ts';
import { words } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { startPostgres, type PostgresServer } from '../../contract/postgres-server.ts';
import { severable, type Severable } from '../../contract/severable.ts';
import { launchBrowser } from '../browser.ts';
import { arrive } from './person.ts';
import { colleague, startPreparedSite, submitTitle, type PreparedSite } from './prepared-office.ts';
import { approve } from '../../../scripts/chaos/approve.ts';
import { beginReport, choose, goodFile, wholeReport } from './report-page.ts';
import { rowsWritten } from './rows-written.ts';

let browser: Browser;
let server: PostgresServer;
let way: Severable;
let site: PreparedSite<string>;
const county = '131022';
const colleagues = [
  { username: 'clerk', posts: ['county-clerk'] as const, county: '131082' },
  { username: 'city-clerk', posts: ['city-clerk'] as const },
  { username: 'approver', posts: ['city-approver'] as const },
];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startPostgres()]);
  const through = new URL(server.url);
  way = await severable(through.hostname, Number(through.port));
  through.port = String(way.port);
  site = await startPreparedSite(
    { DATABASE_URL: through.href },
    colleagues,
    async (office, people) => {
      const cityClerk = people.get('city-clerk');
      if (!cityClerk) throw new Error('There is no clerk.');
      return (await submitTitle(office, cityClerk, county)).id;
    },
  );
}, 180_000);
afterAll(async () => {
  await site.stop();
  await way.close();
  await Promise.all([server.stop(), browser.close()]);
});

it('tells a clerk that the report may have been saved, and keeps it once', async () => {
  const who = await arrive(browser, site.origin, colleague(site, 'clerk'));
  const { page } = who;
  await beginReport(page);
  await choose(page, goodFile);
  const before = await rowsWritten(server.url);

  way.loseAnswerTo('insert into "submission_step"', 'commit');
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: words.submit, exact: true }).click();
  expect((await answered).status()).toBe(503);
  const told = stopWords['database-unsure'];
  await page.getByRole('heading', { level: 1, name: told.title }).waitFor();
  const said = await page.locator('main').innerText();
  for (const each of [told.text, wholeReport.title, wholeReport.note]) expect(said).toContain(each);
  const after = await rowsWritten(server.url);
  expect(after.submission).toBe(before.submission + 1);

  await page.getByRole('button', { name: stopWords.sendAgain }).click();
  await page.locator('main h1').waitFor();
  expect((await rowsWritten(server.url)).submission).toBe(before.submission + 1);
  await who.close();
});

it('shows the public an approval whose answer was lost, without another write', async () => {
  const shown = async () => (await fetch(`${site.origin}/county/${county}`)).text();
  expect(await shown()).not.toContain('2026年9月');
  way.loseAnswerTo('insert into "event"', 'commit');
  // 503: it may have been approved.
  expect(await approve(site.origin, colleague(site, 'approver').cookie, site.made)).toBe('busy');
  await expect.poll(shown, { timeout: 10_000 }).toContain('2026年9月');
});
