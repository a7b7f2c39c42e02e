/** The optional base map: asked of 天地图 alone, only where the operator switched it on. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startSite, type RunningSite } from './running-site.ts';

let browser: Browser;
let site: RunningSite;
beforeAll(async () => {
  browser = await launchBrowser({ webgl: true });
  site = await startSite({
    DATA_DIR: 'data/demo',
    BASEMAP: 'tianditu',
    TIANDITU_KEY: 'notarealkey',
  });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

it('where no tile comes, the page says so and every county is still reachable', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  const hosts = new Set<string>();
  // Nothing leaves the machine: every other host is answered here, with a failure.
  await context.route(
    (url) => url.origin !== site.origin,
    (route) => {
      hosts.add(new URL(route.request().url()).host);
      return route.abort('connectionrefused');
    },
  );
  await page.goto(site.origin);
  expect([...hosts]).toEqual([]);
  await page.getByRole('button', { name: '缩放地图' }).click();
  await page.getByText('部分底图未能载入，县界和数据不受影响。').waitFor({ timeout: 45_000 });
  expect([...hosts].filter((host) => !/^t[0-7]\.tianditu\.gov\.cn$/.test(host))).toEqual([]);
  expect(hosts.size).toBeGreaterThan(0);
  await page.locator('main svg a[aria-label^="三河市"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('#county', { hasText: '三河市' }).waitFor();
  expect(new URL(page.url()).searchParams.get('county')).toBe('131082');
  await context.close();
});
