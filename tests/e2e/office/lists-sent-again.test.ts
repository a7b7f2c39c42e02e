/** Submissions that are lists: undone as a whole, and returned and sent again as the same. */
import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/lib/domain/status.ts';
import type { Proposal } from '../../../src/lib/domain/submission.ts';
import { words as reportWords } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import { recordCounts, words as many } from '../../../src/lib/i18n/zh-CN/change-list.ts';
import { leave } from './leave.ts';
import {
  city,
  placed,
  source,
  startSiteWithLists,
  units,
  type ListDesk,
} from './prepared-lists.ts';
import { staffedSite } from './staffed-site.ts';

interface Made {
  readonly whole: string;
  readonly returnedPlaces: string;
  readonly returnedQuotas: string;
}

async function make({ approved, returned }: ListDesk): Promise<Made> {
  const quotas = (count: string): Proposal['quotas'] => ({
    effective: '2026-01',
    counts: [{ division: '131082', track: 'township', count }],
  });
  const whole = await approved({
    ...placed(units.slice(0, 2), 117.05),
    quotas: quotas('6'),
    reporting: [{ track: 'village', completeTo: '2026-01-31' }],
  });
  // Somebody moves one of the two afterwards.
  await approved(placed(units.slice(1, 2), 117.06));
  const returnedPlaces = await returned(placed(units.slice(2, 4), 117.07));
  const returnedQuotas = await returned({
    changes: [],
    reporting: [],
    source,
    quotas: {
      effective: '2026-02',
      counts: [{ division: '131081', track: 'village', count: '7' }],
    },
  });
  return { whole: whole.id, returnedPlaces: returnedPlaces.id, returnedQuotas: returnedQuotas.id };
}

const office = staffedSite(() => startSiteWithLists(make));

async function facts(): Promise<Status> {
  const answer = await fetch(`${office.site.origin}/api/v1/status.json`);
  return (await answer.json()) as Status;
}

async function approve(address: string): Promise<void> {
  const approver = await office.arrives('approver');
  const { page } = approver;
  await page.goto(address);
  await page.getByRole('button', { name: reviewWords.approve, exact: true }).click();
  await page.getByText(reviewWords.approvedNotice).waitFor();
  await leave(approver);
}

describe('A list that', () => {
  it('was approved is undone with its positions, quotas and dates, as far as nobody came since', async () => {
    const clerk = await office.arrives('clerk');
    const { page } = clerk;
    await page.goto(`/admin/submission/${office.site.made.whole}`);
    await page.locator('summary', { hasText: many.undo }).click();
    const told = recordCounts({ event: 0, reporting: 1, quota: 1, place: 1 });
    await page.getByText(told).waitFor();
    await page.getByRole('heading', { name: many.undoLeft }).waitFor();
    await page.getByLabel(many.undoReason).fill('全部有误（测试）');
    await page.getByRole('button', { name: many.undo }).click();

    // The draft tells row by row what will be as before, and what is another's by now.
    await page.getByText(many.restoredQuotas).waitFor();
    await page.getByText(many.restoredReporting).waitFor();
    await page.getByRole('heading', { name: many.undoLeft }).waitFor();
    expect(await page.getByLabel(many.undoReason).inputValue()).toBe('全部有误（测试）');
    await page.getByRole('button', { name: reportWords.submit }).click();
    await page.getByText(reviewWords.submittedNotice).waitFor();
    const address = new URL(page.url()).pathname;
    await leave(clerk);

    await approve(address);
    const { places, quotas, reporting, sources } = await facts();
    expect(places.slice(-1)).toMatchObject([{ division: units[0], geometry: null }]);
    expect(quotas.slice(-1)).toMatchObject([{ division: '131082', count: null }]);
    expect(reporting.at(-1)).toMatchObject({ division: city, track: 'village', completeTo: null });
    expect(sources.at(-1)?.note).toBe('全部有误（测试）');
  });

  it('came back goes on as the same: a row less, another document, sent again without a script', async () => {
    const clerk = await office.arrives('clerk', { javaScriptEnabled: false });
    const { page } = clerk;
    const address = `/admin/submission/${office.site.made.returnedPlaces}`;
    await page.goto(address);
    await page.getByText('请核对（测试）').first().waitFor();
    for (const summary of await page.locator('form summary').all()) await summary.click();
    const boxes = page.locator('input[name=drop]');
    expect(await boxes.count()).toBe(2);
    await boxes.first().check();
    await page.getByRole('button', { name: many.remove }).click();
    await page.getByText(reviewWords.savedNotice).waitFor();
    expect(await page.locator('input[name=drop]').count()).toBe(1);
    // What went is still seen, comes back, and goes again.
    const takenOut = page.getByRole('region', { name: many.takenOut });
    const back = takenOut.locator('input[name=putBack]');
    expect(await back.getAttribute('value')).toBe(`place ${units[2]}`);
    await back.check();
    await page.getByRole('button', { name: many.putBack }).click();
    await page.getByText(reviewWords.savedNotice).waitFor();
    expect(await page.locator('input[name=drop]').count()).toBe(2);
    expect(await takenOut.count()).toBe(0);
    for (const summary of await page.locator('form summary').all()) await summary.click();
    await boxes.first().check();
    await page.getByRole('button', { name: many.remove }).click();
    await back.waitFor();
    await page.getByLabel(reportWords.documentTitle).fill('测试用的更正');
    await page.getByRole('button', { name: reportWords.submit }).click();
    await page.getByText(reviewWords.submittedNotice).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
    await leave(clerk);

    await approve(address);
    const { places, sources } = await facts();
    expect(places.at(-1)).toMatchObject({ division: units[3] });
    expect(places.some(({ division }) => division === units[2])).toBe(false);
    expect(sources.at(-1)?.title).toBe('测试用的更正');
  });

  it('of quotas came back goes on in their form, and is sent again as the same', async () => {
    const clerk = await office.arrives('clerk');
    const { page } = clerk;
    const address = `/admin/submission/${office.site.made.returnedQuotas}`;
    await page.goto(address);
    await page.getByRole('link', { name: reviewWords.goOn }).click();
    await page.getByText('请核对（测试）').first().waitFor();
    const field = page.locator('input[value="7"]');
    await field.fill('8');
    await page.getByRole('button', { name: reportWords.submit, exact: true }).click();
    await page.getByText(reviewWords.submittedNotice).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
    await leave(clerk);

    await approve(address);
    expect((await facts()).quotas.at(-1)).toMatchObject({ division: '131081', count: 8 });
  });
});
