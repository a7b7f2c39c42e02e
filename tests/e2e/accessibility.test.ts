/** axe on every page × three widths × four modes × two languages. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { visit, type SiteName } from './visit.ts';

const pages: readonly (readonly [SiteName, string])[] = [
  ['site', '/'],
  ['demo', '/?theme=both&at=2024-12-31&county=131082'],
  ['demo', '/?theme=villages'],
  ['demo', '/county/131082'],
  ['site', '/method'],
  ['site', '/county/999999'],
];
const widths = [390, 768, 1440];
/** The last is 长辈版: larger type and targets. */
const modes = ['look=light', 'look=dark', 'look=contrast', 'text=large'];
const languages = ['zh-CN', 'en'];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(pages)('%s %s', (site, path) => {
  const cases = widths.flatMap((width) =>
    modes.flatMap((mode) => languages.map((lang) => [width, mode, lang] as const)),
  );
  it.each(cases)('%d px, %s, %s', async (width, mode, lang) => {
    const query = `${path.includes('?') ? '&' : '?'}lang=${lang}&${mode}`;
    const { page, strayRequests, close } = await visit(browser, site, path + query, {
      viewport: { width, height: 900 },
    });
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    const [name, value] = mode.split('=');
    expect(await page.locator('html').getAttribute(`data-${name}`)).toBe(value);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(serious).toEqual([]);
    expect(strayRequests).toEqual([]);
    await close();
  });
});
