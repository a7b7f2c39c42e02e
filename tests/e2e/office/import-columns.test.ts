/** A list without headings a program knows: the clerk says what its columns are, and it is one like any other. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { meanings } from '../../../src/lib/i18n/zh-CN/import.ts';
import { usualRow } from '../../../src/lib/server/import/usual-ledger.ts';
import { ledgerFile } from '../../office/ledger-file.ts';
import { launchBrowser } from '../browser.ts';
import { press, reportOf } from './import-page.ts';
import { leave } from './leave.ts';
import { arrive, type Person } from './person.ts';
import { startImportSite, upload } from './prepared-import.ts';
import { colleague, type PreparedSite } from './prepared-office.ts';

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startImportSite();
}, 120_000);
afterAll(async () => {
  await site.stop();
  await browser.close();
});

const comes = (script: boolean): Promise<Person> =>
  arrive(browser, site.origin, colleague(site, 'sanhe'), {
    javaScriptEnabled: script,
    viewport: { width: 390, height: 844 },
  });

/** Villages of 三河; that anybody named them is invented. */
const rows = [
  ['皇庄镇', '白塔寺村', 2023],
  ['皇庄镇', '赵庄子村', 2023],
  ['皇庄镇', '韶道庵村', 2024],
] as const;

const file = {
  name: '没有表头.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: ledgerFile({
    kind: 'xlsx',
    encoding: null,
    sheets: [
      {
        name: '名单',
        isHidden: false,
        rows: rows.map((values, at) => usualRow(at + 1, values)),
        merges: [],
      },
    ],
  }),
};

const column = (page: Page, letter: string) => page.getByLabel(`${letter}列`, { exact: true });

async function newRows(page: Page): Promise<string> {
  return page.locator('#result + dl > div').first().innerText();
}

describe.each([true, false])('a list without headings (with a script: %s)', (script) => {
  it('is read by the columns the clerk tells, and becomes a report', async () => {
    const who = await comes(script);
    const { page } = who;
    await upload(page, file);
    await page.getByText(words.tellNotice).waitFor();
    const preview = new URL(page.url()).pathname;
    // By what stands in the cells, and said to be no more than that.
    expect(await column(page, 'A').inputValue()).toBe('township');
    expect(await column(page, 'B').inputValue()).toBe('village');
    expect(await page.getByText(words.tellSuggested).count()).toBe(3);
    expect(await page.getByRole('button', { name: words.confirm }).count()).toBe(0);
    // The page is no wider than the phone; the table scrolls within itself.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

    await column(page, 'A').selectOption({ label: meanings.village });
    await page.getByLabel(words.tellFirst).fill('9');
    await press(page, words.tellRead);
    await page.getByText(words.tellTwice).first().waitFor();
    expect(await column(page, 'A').inputValue()).toBe('village');
    expect(await page.getByLabel(words.tellFirst).inputValue()).toBe('9');
    expect(await page.getByLabel(words.tellFirst).getAttribute('aria-invalid')).toBe('true');

    await column(page, 'A').selectOption({ label: meanings.township });
    await page.getByLabel(words.tellFirst).fill('2');
    await press(page, words.tellRead);
    await page.getByText(words.rechecked).waitFor();
    expect(await newRows(page)).toContain('2');

    // Changed, and read again at the same address.
    await page
      .locator('details', { has: column(page, 'A') })
      .locator('summary')
      .click();
    await page.getByLabel(words.tellFirst).fill('1');
    await press(page, words.tellRead);
    await page.getByText(words.rechecked).waitFor();
    expect(new URL(page.url()).pathname).toBe(preview);
    await page.goto(preview);
    expect(await newRows(page)).toContain('3');
    await press(page, words.confirm);
    await reportOf(page);
    expect(await page.locator('main').innerText()).toContain('韶道庵');
    expect(who.faults).toEqual([]);
    await leave(who);
  }, 60_000);

  it('that is but a column of names needs one date for all, and can be taken back', async () => {
    const who = await comes(script);
    const { page } = who;
    await page.goto('/admin/import');
    await page.locator('#track').selectOption('village');
    await paste(page, script);
    await page.getByRole('button', { name: words.upload }).click();
    await page.getByText(words.tellNotice).waitFor();
    await page.locator('summary', { hasText: words.defaults }).click();
    await page.locator('[name=effective-year]').fill('二三年');
    await press(page, words.tellRead);
    await page.getByText(words.dateWrong).first().waitFor();
    // What was typed stands there to be mended, and what was said of the columns is not lost with it.
    expect(await page.locator('[name=effective-year]').inputValue()).toBe('二三年');
    expect(await page.getByText(words.tellNotice).count()).toBe(0);
    await page.locator('[name=effective-year]').fill('2023');
    await press(page, words.recheck);
    await page.getByText(words.rechecked).waitFor();
    expect(await newRows(page)).toContain('2');
    await page
      .locator('details', { has: column(page, 'A') })
      .locator('summary')
      .click();
    await press(page, words.tellUndo);
    await page.getByText(words.tellNotice).waitFor();
    expect(who.faults).toEqual([]);
    await leave(who);
  }, 60_000);
});

/** Two names of villages, into the grid or the field that stands for it. */
async function paste(page: Page, script: boolean): Promise<void> {
  await page.locator('summary', { hasText: words.paste }).click();
  const block = '白塔寺村\n赵庄子村';
  if (!script) return page.locator('#block').fill(block);
  const cell = page.getByLabel('第1行第1列');
  await cell.focus();
  await cell.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, block);
}
