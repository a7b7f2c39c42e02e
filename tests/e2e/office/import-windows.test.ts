/** One list in two windows of its clerk, and beside a report that is under review: in Chromium. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words as reportWords } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { pdfDocument } from '../../office/document.ts';
import { launchBrowser } from '../browser.ts';
import { arrive } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPreparedSite(
    {},
    [{ username: 'sanhe', posts: ['county-clerk'], county: '131082' }],
    () => Promise.resolve(null),
  );
}, 120_000);
afterAll(async () => {
  await site.stop();
  await browser.close();
});

const csv = (...rows: readonly string[]) => ({
  name: '名单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['乡镇,村名,认定年份', ...rows].join('\n')),
});

async function upload(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await page.goto('/admin/import');
  await page.locator('#track').selectOption('village');
  await page.locator('#file').setInputFiles(file);
  await page.getByRole('button', { name: words.upload }).click();
  await page.waitForURL(/\/admin\/import\/[0-9a-f-]{36}$/);
}

const mendOf = (page: Page) =>
  page.getByRole('region', { name: /需要处理的行/ }).locator('fieldset');

async function recheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.recheck }).first().click();
  await page.waitForURL(/checked=/);
  await page.getByText(words.rechecked).waitFor();
}

describe.each([true, false])('a list, with a script: %s', (javaScriptEnabled) => {
  it('in two windows keeps what was chosen in both, and is confirmed only as it was seen', async () => {
    const clerk = await arrive(browser, site.origin, colleague(site, 'sanhe'), {
      javaScriptEnabled,
    });
    const { page } = clerk;
    await upload(page, csv('皇庄镇,大王庄,2023', '皇庄镇,没有的村,2023', '皇庄镇,没有的庄,2023'));
    const other = await page.context().newPage();
    await other.goto(page.url());

    await mendOf(page).nth(0).getByLabel(words.leaveOut).check();
    await recheck(page);
    // This window still shows the first row open; it settles the second one and a date.
    await mendOf(other).nth(1).getByLabel(words.leaveOut).check();
    await other.locator('summary', { hasText: words.defaults }).click();
    await other.locator('input[name=effective-year]').fill('2022');
    await recheck(other);
    for (const row of [0, 1]) {
      expect(await mendOf(other).nth(row).getByLabel(words.leaveOut).isChecked()).toBe(true);
    }

    // The first window knows of one row only: nothing is made of what it has not seen.
    await page.getByRole('checkbox', { name: /不导入这些行/ }).check();
    await page.getByRole('button', { name: words.confirm }).click();
    await page.getByText(words.changedMeanwhile).waitFor();
    expect(await page.locator('input[name=effective-year]').inputValue()).toBe('2022');
    for (const row of [0, 1]) {
      expect(await mendOf(page).nth(row).getByLabel(words.leaveOut).isChecked()).toBe(true);
    }
    expect(clerk.faults).toEqual([]);
    await clerk.close();
  }, 60_000);
});

describe('a list of what was reported before', () => {
  it('tells in the preview which report it waits in, and leads there', async () => {
    const clerk = await arrive(browser, site.origin, colleague(site, 'sanhe'));
    const { page } = clerk;
    await upload(page, csv('皇庄镇,大王庄,2023'));
    expect(await page.locator('main').innerText()).not.toContain('审核中');
    await page.getByRole('button', { name: words.confirm }).click();
    await page.waitForURL(/\/admin\/submission\/.*done=imported/);
    await page.getByLabel(reportWords.documentTitle).fill('关于命名森林村庄的通知（测试）');
    await page.getByLabel(reportWords.publisher).fill('测试机关');
    const buffer = pdfDocument('通知');
    const notice = { name: '通知.pdf', mimeType: 'application/pdf', buffer };
    await page.locator('#files').setInputFiles(notice);
    await page.getByRole('button', { name: reportWords.submit, exact: true }).click();
    await page.getByText('已提交。').waitFor();
    const submission = new URL(page.url()).pathname;

    await upload(page, csv('皇庄镇,大王庄,2023', '皇庄镇,陈庄,2023'));
    await page.getByText('其中1项变更已在另一份报送中等待审核，请勿重复报送。').waitFor();
    const rows = page.getByRole('region', { name: words.rows });
    expect(await rows.innerText()).toContain(
      `同样的变更已在审核中：报送${submission.split('/').at(-1)}，2023年。`,
    );
    await rows.getByRole('link', { name: words.toUnderReview }).click();
    await page.waitForURL((url) => url.pathname === submission);
    expect(clerk.faults).toEqual([]);
    await clerk.close();
  }, 60_000);
});
