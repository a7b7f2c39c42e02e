/**
 * What a clerk does from the desk: a record that is wrong is corrected, and the correction retracted; and
 * "nothing new", which is told at once.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words as deskWords } from '../../../src/lib/i18n/zh-CN/desk.ts';
import { words } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import { launchBrowser } from '../browser.ts';
import { phone } from './clerks-on-phones.ts';
import { leave } from './leave.ts';
import { arrive, type Person } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';
import { choose, fillReport, goodFile, submitReport, wholeReport } from './report-page.ts';
import { decide, main, peopleOf, report } from './reports-between-people.ts';

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(),
    startPreparedSite({}, peopleOf(['131025', '131026']), async () => null),
  ]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const arrives = (username: string, javaScriptEnabled = true): Promise<Person> =>
  arrive(browser, site.origin, colleague(site, username), { ...phone, javaScriptEnabled });

describe('a report', () => {
  it('that was wrong is corrected, and a correction taken back, through the desk', async () => {
    const [clerk, approver] = await Promise.all([arrives('clerk-131025'), arrives('approver')]);
    await report(clerk.page);
    const approve = async () => {
      const { pathname } = new URL(clerk.page.url());
      await approver.page.goto(pathname);
      await decide(approver.page, 'approve');
      expect(await main(approver.page)).toContain(reviewWords.approvedNotice);
    };
    await approve();

    /** Opens the newest record of the provincial track to say that it is wrong. */
    const openRecord = async () => {
      await clerk.page.goto('/admin');
      const card = clerk.page.locator('#track-provincial').locator('xpath=..');
      await card.locator('summary').click();
      const wrong = card.locator('li').filter({ hasText: '授予称号' });
      await wrong.last().getByRole('link', { name: deskWords.wrongRecord }).click();
    };
    await openRecord();
    await clerk.page.getByRole('radio', { name: words.kindCorrection }).check();
    await clerk.page.locator('[name=reason]').fill('月份抄错。');
    await fillReport(clerk.page, { ...wholeReport, month: '8' });
    await choose(clerk.page, goodFile);
    await submitReport(clerk.page);
    await approve();
    const history = async () => {
      await clerk.page.goto('/county/131025');
      return main(clerk.page);
    };
    expect(await history()).toContain('2026年8月');

    await openRecord();
    await clerk.page.getByRole('radio', { name: words.kindRetraction }).check();
    await clerk.page.locator('[name=reason]').fill('文件已撤销。');
    await submitReport(clerk.page);
    await approve();
    const events = await fetch(`${site.origin}/api/v1/status.json`);
    const { events: all } = (await events.json()) as {
      readonly events: readonly {
        readonly id: string;
        readonly division: string;
        readonly kind: string;
        readonly retracts?: string;
      }[];
    };
    // Nothing is ever edited: the log has the title, what corrects it, and what takes that back.
    const told = all.filter(({ division, id }) => division === '131025' && !id.startsWith('E-'));
    const [title, correction, retraction] = told;
    expect(told.map(({ kind }) => kind)).toEqual(['reached', 'reached', 'retraction']);
    expect(correction?.retracts).toBe(title?.id);
    expect(retraction?.retracts).toBe(correction?.id);
    await clerk.page.goto('/?theme=provincial');
    const label = await clerk.page
      .locator('svg a[href*="131025"]')
      .first()
      .getAttribute('aria-label');
    // What takes a correction back leaves what had been corrected.
    expect(label).toContain('已授予（2026年9月）');
    await leave(clerk, approver);
  });
});

describe('nothing new', () => {
  it('moves the date, and the hatching goes from the public map', async () => {
    const clerk = await arrives('clerk-131026', false);
    const { page } = clerk;
    const county = page.locator('svg a[href*="131026"]').first();
    await page.goto('/?theme=provincial');
    const before = (await county.getAttribute('aria-label')) ?? '';
    const hatched = await county.innerHTML();
    await page.goto('/admin');
    await page.getByRole('button', { name: deskWords.nothingNewAll }).click();
    expect(await main(page)).toMatch(/已确认：截至\d{4}年\d+月\d+日/);
    await page.goto('/?theme=provincial');
    const after = (await county.getAttribute('aria-label')) ?? '';
    expect(before).toContain('未填报');
    expect(after).not.toContain('未填报');
    expect(await county.innerHTML()).not.toBe(hatched);
    await page.goto('/admin');
    // It cannot be pressed again to no effect: the day stands already.
    expect(await main(page)).not.toMatch(/已\d+年/);
    await leave(clerk);
  });
});
