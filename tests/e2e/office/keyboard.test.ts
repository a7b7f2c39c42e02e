/** A whole report and its approval by the keyboard alone: Tab, Space, Enter, the arrows, and typing. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import { launchBrowser } from '../browser.ts';
import { arrive } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';
import { goodFile, wholeReport } from './report-page.ts';

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(),
    startPreparedSite(
      {},
      [
        { username: 'clerk', posts: ['county-clerk'], county: '131082' },
        { username: 'approver', posts: ['city-approver'] },
      ],
      async () => null,
    ),
  ]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const mostStops = 80;

/** Presses Tab until the focus is on what the selector names; it must be seen to be there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab');
    const focus = page.locator(':focus');
    if (!(await focus.evaluate((element, wanted) => element.matches(wanted), selector))) continue;
    const { outline, shadow } = await focus.evaluate((element) => {
      // Of a radio or a box that is drawn by its label, the label shows it.
      const styles = [element, element.closest('label') ?? element].map((each) =>
        getComputedStyle(each),
      );
      return {
        outline: styles.some((style) => style.outlineStyle !== 'none'),
        shadow: styles.some((style) => style.boxShadow !== 'none'),
      };
    });
    expect(outline || shadow, `the focus on ${selector} is seen`).toBe(true);
    return;
  }
  throw new Error(`${selector} is not reached by ${mostStops} steps`);
}

async function write(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, `[name="${field}"]`);
  await page.keyboard.insertText(text);
}

describe('without a mouse', () => {
  it('a clerk reports a title with its document, and an approver approves it', async () => {
    const desktop = { viewport: { width: 1440, height: 900 } };
    const clerk = await arrive(browser, site.origin, colleague(site, 'clerk'), desktop);
    const { page } = clerk;
    await page.goto('/admin');
    await tabTo(page, 'a[href*="/admin/report"][href*="track=provincial"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/admin/report?**');

    await tabTo(page, 'input[type=radio][name="stage-provincial"]');
    // From the first stage down to the title, as a group of radio buttons is walked.
    const chosen = page.locator('input[name="stage-provincial"]:checked');
    await page.keyboard.press('Space');
    while ((await chosen.inputValue()) !== 'named') await page.keyboard.press('ArrowDown');
    await write(page, 'effective-year', wholeReport.year ?? '');
    await write(page, 'effective-month', wholeReport.month ?? '');
    await write(page, 'title', wholeReport.title ?? '');
    await write(page, 'documentNumber', wholeReport.documentNumber ?? '');
    await write(page, 'publisher', wholeReport.publisher ?? '');
    await tabTo(page, 'input[type=file]');
    const opened = page.waitForEvent('filechooser');
    await page.keyboard.press('Space');
    await (await opened).setFiles(goodFile);
    await tabTo(page, 'button[formaction*="/submit"]:not(.visually-hidden)');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/admin/submission/**');
    expect(await page.locator('main').innerText()).toContain(reviewWords.submittedNotice);
    const { pathname } = new URL(page.url());

    const approver = await arrive(browser, site.origin, colleague(site, 'approver'), desktop);
    await approver.page.goto('/admin/inbox');
    await tabTo(approver.page, `a[href="${pathname}"]`);
    await approver.page.keyboard.press('Enter');
    await approver.page.waitForURL(`**${pathname}`);
    await tabTo(approver.page, 'form[action*="/approve"] button');
    await approver.page.keyboard.press('Space');
    await approver.page.waitForURL('**?done=approved');
    expect(await approver.page.locator('main').innerText()).toContain(reviewWords.approvedNotice);
    expect([...clerk.faults, ...approver.faults]).toEqual([]);
    await clerk.close();
    await approver.close();
  });

  it('Enter in a field shows the effect, and submits nothing', async () => {
    const who = await arrive(browser, site.origin, colleague(site, 'clerk'));
    const { page } = who;
    await page.goto('/admin/report?track=national');
    await write(page, 'title', '测试标题');
    await page.keyboard.press('Enter');
    await page.locator('[role=alert]').waitFor();
    expect(await page.locator('main').innerText()).toContain(words.fixFirst);
    expect(await page.locator('[name=title]').inputValue()).toBe('测试标题');
    await who.close();
  });
});
