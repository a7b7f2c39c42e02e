/** Open public pages follow the data: without a script of their own, and where streams are blocked. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve } from '../../../scripts/chaos/approve.ts';
import { launchBrowser } from '../browser.ts';
import { colleague, startPreparedSite, submitTitle, type PreparedSite } from './prepared-office.ts';

const counties = ['131022', '131023', '131024'] as const;

let browser: Browser;
let site: PreparedSite<readonly string[]>;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPreparedSite(
    {},
    [
      { username: 'clerk', posts: ['city-clerk'] },
      { username: 'approver', posts: ['city-approver'] },
    ],
    async (office, people) => {
      const clerk = people.get('clerk');
      if (!clerk) throw new Error('There is no clerk.');
      const ids: string[] = [];
      for (const county of counties) ids.push((await submitTitle(office, clerk, county)).id);
      return ids;
    },
  );
});
afterAll(async () => {
  await site.stop();
  await browser.close();
});

async function approveNumber(index: number): Promise<void> {
  const id = site.made[index] ?? '';
  const { cookie } = colleague(site, 'approver');
  expect(await approve(site.origin, cookie, id)).toBe('acknowledged');
}

async function open(path: string, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await prepare?.(page);
  await page.goto(site.origin + path);
  return page;
}

/** Waits until the county's page tells of the day of the title. */
async function untilTold(page: Page): Promise<void> {
  await page
    .getByText(/2026年9月/)
    .first()
    .waitFor({ timeout: 30_000 });
}

describe('an open public page', () => {
  it('of a county, which has no script of its own, is loaded anew', async () => {
    const page = await open(`/county/${counties[0]}`);
    expect(await page.getByText(/2026年9月/).count()).toBe(0);
    await approveNumber(0);
    await untilTold(page);
    await page.close();
  });

  it('asks now and then where its stream is blocked', async () => {
    const page = await open(`/county/${counties[1]}`, async (blocked) => {
      await blocked.route('**/live', (route) => route.abort());
    });
    expect(await page.getByText(/2026年9月/).count()).toBe(0);
    await approveNumber(1);
    await untilTold(page);
    await page.close();
  });

  it('keeps the choice of its reader: theme, day and county', async () => {
    const page = await open(`/?theme=provincial&county=${counties[2]}`);
    const county = page.locator(`svg a[href*="${counties[2]}"]`).first();
    await approveNumber(2);
    await page.waitForFunction(
      (code) =>
        document
          .querySelector(`svg a[href*="${code}"]`)
          ?.getAttribute('aria-label')
          ?.includes('省级森林城市——已授予'),
      counties[2],
      { timeout: 30_000 },
    );
    expect(await county.getAttribute('aria-label')).toContain('已授予');
    expect(page.url()).toContain(`theme=provincial&county=${counties[2]}`);
    await page.close();
  });
});
