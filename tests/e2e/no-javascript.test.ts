import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { originOf, visit } from './visit.ts';

const counties = [
  '安次区',
  '广阳区',
  '固安县',
  '永清县',
  '香河县',
  '大城县',
  '文安县',
  '大厂回族自治县',
  '霸州市',
  '三河市',
];

describe('the map in the HTML, before any script', () => {
  it('has a path for each of the ten counties on a line of its own', async () => {
    const html = await (await fetch(originOf('site'))).text();
    const lines = html.split('\n').filter((line) => line.includes('<path'));
    expect(lines.length).toBeGreaterThanOrEqual(10);
  });

  it.each(counties)('%s is a link with its name and its status in words', async (name) => {
    const html = await (await fetch(originOf('site'))).text();
    const labels = [...html.matchAll(/<a[^>]*aria-label="([^"]*)"[^>]*>/g)].map(
      ([, label]) => label,
    );
    const label = labels.find((text) => text?.startsWith(name));
    expect(label).toMatch(/已申请|未填报/);
  });
});

describe('a citizen on a phone of 390 px with JavaScript off', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  const phone = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };

  it('chooses a county on the map, reads where it stands, goes on to its page', async () => {
    const { page, strayRequests, faults, close } = await visit(browser, 'site', '/', phone);
    await page.locator('svg a[aria-label^="三河市"]').first().click();
    expect(new URL(page.url()).searchParams.get('county')).toBe('131082');
    await page.locator('#county').getByRole('link', { name: '查看三河市全部记录' }).click();
    expect(new URL(page.url()).pathname).toBe('/county/131082');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('三河市');
    expect(await page.locator('body').innerText()).toContain('已申请');
    expect(strayRequests).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('chooses another theme and another day', async () => {
    const { page, close } = await visit(browser, 'site', '/', phone);
    await page.getByRole('link', { name: '省级森林城市', exact: true }).first().click();
    expect(new URL(page.url()).searchParams.get('theme')).toBe('provincial');
    await page.locator('input[name="at"]').fill('2020-12-31');
    await page.locator('form:has(input[name="at"]) button').first().click();
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('at')).toBe('2020-12-31');
    expect(searchParams.get('theme')).toBe('provincial');
    await close();
  });

  it.each(['/', '/county/131082', '/method'])('%s scrolls in one direction only', async (path) => {
    const { page, close } = await visit(browser, 'site', path, phone);
    const { scroll, width } = await page
      .locator('html')
      .evaluate((root) => ({ scroll: root.scrollWidth, width: root.clientWidth }));
    expect(scroll).toBeLessThanOrEqual(width);
    await close();
  });
});
