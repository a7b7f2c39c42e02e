/**
 * A clerk's session ends, or the account is stopped, while an import of a ledger or of positions is looked
 * through: nothing is taken, what was chosen stands, and the same page goes on.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accounts as accountWords } from '../../../src/lib/i18n/zh-CN/office-accounts.ts';
import { stop as stopWords } from '../../../src/lib/i18n/zh-CN/office-frame.ts';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { databaseAddress } from '../../../src/lib/server/db/open.ts';
import { launchBrowser } from '../browser.ts';
import {
  beginImport,
  imports,
  meant,
  ownCounty,
  press,
  reportOf,
  sendImport,
  settleImport,
} from './import-page.ts';
import { leave } from './leave.ts';
import { arrive, signIn, type Person } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';
import { rowsWritten } from './rows-written.ts';

const county = { posts: ['county-clerk'] as const, county: ownCounty };

let browser: Browser;
let site: PreparedSite<null>;
let address: string;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPreparedSite(
    {},
    [
      { username: 'clerk', ...county },
      // Whose account is stopped, once for each import.
      ...imports.map(({ path }) => ({ username: stoppedOf(path), ...county })),
      { username: 'administrator', posts: ['administrator'] },
    ],
    () => Promise.resolve(null),
  );
  address = databaseAddress({ databaseUrl: null, varDir: site.varDir });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

function stoppedOf(path: string): string {
  return `stopped-${path.split('/').at(-1) ?? ''}`;
}

const comes = (username: string, script = true): Promise<Person> =>
  arrive(browser, site.origin, colleague(site, username), { javaScriptEnabled: script });

/** On the page of the account. */
async function change({ page }: Person, action: 'disable' | 'enable'): Promise<void> {
  await page.locator('summary', { hasText: accountWords[action] }).click();
  const form = page.locator(`form[action="?/${action}"]`);
  await form.getByRole('checkbox').check();
  await form.getByRole('button').click();
  await page.getByText(accountWords[`${action}d`]).waitFor();
}

describe.each(imports)('a session that ended while $what was looked through', (kind) => {
  it.each([true, false])('keeps what was chosen (with a script: %s)', async (script) => {
    const who = await comes('clerk', script);
    const { page } = who;
    await beginImport(page, kind);
    const preview = await sendImport(page, kind);
    await meant(page).check();
    const context = page.context();
    const cookies = await context.cookies();
    await context.clearCookies();
    const before = await rowsWritten(address);
    await press(page, words.recheck);
    await page.getByRole('heading', { name: stopWords['signed-out'].title }).waitFor();
    expect(await rowsWritten(address)).toEqual(before);
    await context.addCookies(cookies);
    await press(page, stopWords.sendAgainSecond);
    await page.getByText(words.rechecked).waitFor();
    expect(new URL(page.url()).pathname).toBe(preview);
    expect(await meant(page).isChecked()).toBe(true);
    await leave(who);
  });

  it('because the account was stopped takes nothing until it is open again', async () => {
    const stopped = stoppedOf(kind.path);
    const who = await comes(stopped);
    const { page } = who;
    await beginImport(page, kind);
    await sendImport(page, kind);
    await settleImport(page, kind);
    const administrator = await comes('administrator');
    const account = `/admin/accounts/${colleague(site, stopped).actor.id}`;
    await administrator.page.goto(account);
    await change(administrator, 'disable');
    const before = await rowsWritten(address);
    await press(page, kind.confirm);
    await page.getByRole('heading', { name: stopWords['signed-out'].title }).waitFor();
    await press(page, stopWords.sendAgainSecond);
    await page.getByRole('heading', { name: stopWords['signed-out'].title }).waitFor();
    expect(await rowsWritten(address)).toEqual(before);

    await change(administrator, 'enable');
    const tab = await page.context().newPage();
    await signIn({ ...who, page: tab });
    await tab.waitForURL('**/admin');
    await press(page, stopWords.sendAgainSecond);
    await reportOf(page);
    expect((await rowsWritten(address)).submission).toBe(before.submission + 1);
    await leave(who, administrator);
  });
});
