/** A ledger whose copy with a column of errors cannot be made: its preview says so, and stands. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { words as english } from '../../../src/lib/i18n/en/office-import.ts';
import { words as chinese } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { databaseAddress, openDatabaseAt } from '../../../src/lib/server/db/open.ts';
import { launchBrowser } from '../browser.ts';
import { beginImport, imports, meant, ownCounty, sendImport } from './import-page.ts';
import { arrive } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';

const [ledger] = imports;
if (!ledger) throw new Error('There is no import of ledgers.');

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPreparedSite(
    {},
    [{ username: 'clerk', posts: ['county-clerk'], county: ownCounty }],
    () => Promise.resolve(null),
  );
}, 120_000);
afterAll(async () => {
  await site.stop();
  await browser.close();
});

/** What the database holds of the file from now on is no table. */
async function spoil(id: string): Promise<void> {
  const address = databaseAddress({ databaseUrl: null, varDir: site.varDir });
  const database = openDatabaseAt(address);
  try {
    const content = Buffer.from('%PDF-1.7\n');
    await database.write((write) =>
      write.updateTable('ledger').set({ content }).where('id', '=', id).execute(),
    );
  } finally {
    await database.close();
  }
}

it('is told in both languages beside what was found, which can still be mended by hand', async () => {
  const who = await arrive(browser, site.origin, colleague(site, 'clerk'));
  const { page } = who;
  await beginImport(page, ledger);
  const preview = await sendImport(page, ledger);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: chinese.download }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.xlsx$/);

  await spoil(preview.split('/').at(-1) ?? '');
  for (const [lang, words] of [
    ['zh-CN', chinese],
    ['en', english],
  ] as const) {
    await page.goto(`${preview}?lang=${lang}`);
    expect(await page.getByText(words.unmarked).count()).toBe(0);
    await page.getByRole('link', { name: words.download }).click();
    await page.getByText(words.unmarked).waitFor();
    const { pathname, search } = new URL(page.url());
    expect([pathname, search]).toEqual([preview, '?unmarked']);
    expect(await meant(page).count()).toBe(1);
  }
  expect(who.faults).toEqual([]);
  await who.close();
});
