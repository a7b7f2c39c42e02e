/**
 * A report between two people: returned and submitted again, checked by the county head, changed by
 * somebody else meanwhile.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import { launchBrowser } from '../browser.ts';
import { phone } from './clerks-on-phones.ts';
import { leave } from './leave.ts';
import { arrive, type Person } from './person.ts';
import { colleague, startPreparedSite, submitTitle, type PreparedSite } from './prepared-office.ts';
import {
  beginReport,
  choose,
  fillReport,
  goodFile,
  press,
  submitReport,
  wholeReport,
} from './report-page.ts';
import { decide, headed, main, peopleOf, report } from './reports-between-people.ts';

interface Made {
  /** Waiting for the city, of two counties that count for one target. */
  readonly first: string;
  readonly second: string;
}

let browser: Browser;
let site: PreparedSite<Made>;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(),
    startPreparedSite(
      {},
      peopleOf(['131002', '131003', '131022', '131023', '131024', headed]),
      async (office, people) => {
        const writer = people.get('whole-city');
        if (!writer) throw new Error('whole-city');
        const first = await submitTitle(office, writer, '131002', 'national');
        const second = await submitTitle(office, writer, '131003', 'national');
        return { first: first.id, second: second.id };
      },
    ),
  ]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const arrives = (username: string, javaScriptEnabled = true): Promise<Person> =>
  arrive(browser, site.origin, colleague(site, username), { ...phone, javaScriptEnabled });

describe('a report', () => {
  it('comes back with the reason, is put right and approved', async () => {
    const [clerk, approver] = await Promise.all([arrives('clerk-131022'), arrives('approver')]);
    const path = await report(clerk.page);

    await approver.page.goto(path);
    await decide(approver.page, 'sendBack');
    expect(await main(approver.page)).toContain(reviewWords.reasonRequired);
    const reason = '文号与附件不一致，请核对<第二页>。';
    await approver.page.getByLabel(reviewWords.sendBackReason).fill(reason);
    await decide(approver.page, 'sendBack');
    expect(await main(approver.page)).toContain(reviewWords.returnedNotice);

    await clerk.page.goto('/admin');
    const returned = clerk.page.locator('section[aria-labelledby=returned]');
    expect(await returned.innerText()).toContain(reason);
    await returned.getByRole('link').first().click();
    expect(await main(clerk.page)).toContain(reason);
    // The file is there still, and all that was typed.
    expect(await clerk.page.locator('form a[href*="/file/"]').count()).toBe(1);
    expect(await clerk.page.locator('[name=title]').inputValue()).toBe(wholeReport.title);
    await fillReport(clerk.page, { documentNumber: '测字〔2026〕2号' });
    await submitReport(clerk.page);

    await approver.page.goto(path);
    expect(await main(approver.page)).toContain('测字〔2026〕2号');
    await decide(approver.page, 'approve');
    expect(await main(approver.page)).toContain(reviewWords.approvedNotice);
    await leave(clerk, approver);
  });

  it('goes through the county head where the county has one', async () => {
    const [clerk, head, approver] = await Promise.all([
      arrives(`clerk-${headed}`),
      arrives('head'),
      arrives('approver'),
    ]);
    const path = await report(clerk.page);
    await approver.page.goto('/admin/inbox');
    expect(await approver.page.locator(`a[href="${path}"]`).count()).toBe(0);
    await approver.page.goto(path);
    expect(
      await approver.page.getByRole('button', { name: reviewWords.approve, exact: true }).count(),
    ).toBe(0);

    await head.page.goto('/admin/inbox');
    await head.page.locator(`a[href="${path}"]`).first().click();
    await decide(head.page, 'check');
    expect(await main(head.page)).toContain(reviewWords.checkedNotice);

    await approver.page.goto('/admin/inbox');
    await approver.page.locator(`a[href="${path}"]`).first().click();
    await decide(approver.page, 'approve');
    expect(await main(approver.page)).toContain(reviewWords.approvedNotice);
    await leave(clerk, head, approver);
  });

  it('of one’s own is approved by somebody else, and only with the effect that was seen', async () => {
    const [author, approver] = await Promise.all([arrives('whole-city'), arrives('approver')]);
    const { first, second } = site.made;
    await author.page.goto(`/admin/submission/${first}`);
    expect(await main(author.page)).toContain(reviewWords.ownSubmission);
    expect(
      await author.page.getByRole('button', { name: reviewWords.approve, exact: true }).count(),
    ).toBe(0);

    await approver.page.goto(`/admin/submission/${second}`);
    expect(await main(approver.page)).toMatch(/0 → 1/);
    const other = await approver.page.context().newPage();
    await other.goto(`/admin/submission/${first}`);
    await decide(other, 'approve');
    await other.close();
    // Between look and approval the other one was approved: this one is the second now.
    await decide(approver.page, 'approve');
    expect(await main(approver.page)).toContain(reviewWords.effectChanged);
    expect(await main(approver.page)).toMatch(/1 → 2/);
    await decide(approver.page, 'approve');
    expect(await main(approver.page)).toContain(reviewWords.approvedNotice);
    await leave(author, approver);
  });

  it.each([
    ['with JavaScript', true, '131023'],
    ['without JavaScript', false, '131024'],
  ] as const)('that two people edit at once shows three sides, %s', async (_, js, county) => {
    const clerk = await arrives(`clerk-${county}`, js);
    const { page } = clerk;
    await beginReport(page);
    await choose(page, goodFile);
    await press(page, 'saveDraft');
    await page.getByText(reviewWords.savedNotice).first().waitFor();
    const [path] = page.url().split('?');

    const colleagueOf = await arrives('whole-city');
    await colleagueOf.page.goto(path ?? '');
    await fillReport(colleagueOf.page, { publisher: '市级机关', note: '市级代填。' });
    await press(colleagueOf.page, 'saveDraft');
    await colleagueOf.page.getByText(reviewWords.savedNotice).first().waitFor();

    const mine = '本县另拟的标题';
    await fillReport(page, { title: mine, note: '县里的话。' });
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await press(page, 'submit');
    expect((await answered).status()).toBe(409);
    await page.getByRole('heading', { name: words.clash }).waitFor();
    const row = (label: string) =>
      page.locator('table tbody tr').filter({ has: page.getByRole('rowheader', { name: label }) });
    const note = await row(words.note).innerText();
    for (const side of ['县里的话。', wholeReport.note, '市级代填。']) {
      expect(note).toContain(side);
    }
    // Theirs for the one, mine for the other; what only they changed comes along where it is chosen.
    await row(words.note).getByRole('radio', { name: words.takeTheirs }).check();
    await row(words.publisher).getByRole('radio', { name: words.takeTheirs }).check();
    await submitReport(page);
    const said = await main(page);
    for (const text of [mine, '市级代填。', '市级机关']) expect(said).toContain(text);
    expect(await page.locator('a[href*="/file/"]').count()).toBe(1);
    await leave(clerk, colleagueOf);
  });
});
