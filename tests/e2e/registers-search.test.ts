/** The registers of townships and villages, as a citizen uses them: with a script and without. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { rowNames } from './register-rows.ts';
import { visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** After a step of the browser the page before may still be there for a moment. */
const rowsOnceLoaded = (page: Page) => expect.poll(() => rowNames(page), { timeout: 10_000 });

describe.each([
  ['on', true],
  ['off', false],
])('with JavaScript %s', (_, javaScriptEnabled) => {
  const options = { javaScriptEnabled, viewport: { width: 1280, height: 900 } };

  it('searches by initials, filters, sorts, and goes back by the back button', async () => {
    const { page, faults, strayRequests, close } = await visit(browser, 'demo', '/', options);
    await page.getByRole('link', { name: '村庄名录' }).click();
    await page.waitForURL(/\/villages$/);
    await rowsOnceLoaded(page).toHaveLength(100);

    await page.getByLabel('名称、拼音或代码').fill('yjz');
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL(/q=yjz/);
    const found = await rowNames(page);
    expect(found).toContain('杨家庄村民委员会');
    expect(await page.locator('caption').innerText()).toContain(
      `筛选出${found.length}个，共3200个`,
    );
    expect(await page.getByLabel('名称、拼音或代码').inputValue()).toBe('yjz');

    await page.getByLabel('县（市、区）').selectOption({ label: '固安县' });
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL(/county=131022/);
    const inCounty = await rowNames(page);
    expect(inCounty.length).toBeGreaterThan(0);
    expect(inCounty.length).toBeLessThan(found.length);

    await page.getByRole('columnheader', { name: '代码' }).getByRole('link').click();
    await page.waitForURL(/sort=-code/);
    await rowsOnceLoaded(page).toEqual([...inCounty].reverse());
    expect(await page.locator('[aria-sort="descending"]').innerText()).toContain('代码');

    await page.goBack();
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('county=131022'));
    await rowsOnceLoaded(page).toEqual(found);
    await page.getByRole('link', { name: '清除条件' }).click();
    await page.waitForURL(/\/villages$/);
    expect(faults).toEqual([]);
    expect(strayRequests).toEqual([]);
    await close();
  });

  it('goes through the pages, each once and none twice', async () => {
    const { page, close } = await visit(browser, 'site', '/villages?page=31', options);
    const pager = page.getByRole('navigation', { name: '分页' });
    expect(await pager.innerText()).toContain('第31页，共32页');
    const before = await page.locator('tbody .code').allInnerTexts();
    await pager.getByRole('link', { name: '下一页' }).click();
    await page.waitForURL(/page=32/);
    const last = await page.locator('tbody .code').allInnerTexts();
    expect([before.length, last.length]).toEqual([100, 100]);
    expect(before.at(-1)?.localeCompare(last[0] ?? '')).toBe(-1);
    expect(await pager.locator('[aria-current]').innerText()).toBe('32');
    expect(await pager.getByRole('link', { name: '下一页' }).count()).toBe(0);
    await close();
  });

  it('chooses a status, whose count is the number of rows; the same link takes it back', async () => {
    const { page, close } = await visit(browser, 'demo', '/townships?at=2024-12-31', options);
    const chip = page.locator('ul[aria-label="状态"] a', { hasText: '已授予' });
    const count = Number.parseInt(await chip.locator('strong').innerText(), 10);
    expect(count).toBeGreaterThan(0);
    await chip.click();
    await page.waitForURL(/status=counted/);
    await rowsOnceLoaded(page).toHaveLength(count);
    expect(new URL(page.url()).searchParams.get('at')).toBe('2024-12-31');
    await chip.click();
    await page.waitForURL((url) => !url.search.includes('status='));
    await rowsOnceLoaded(page).toHaveLength(90);
    await close();
  });

  it('filters by batch and leads on to the township, its villages and its county', async () => {
    const { page, close } = await visit(browser, 'demo', '/townships', options);
    await page.getByLabel('批次').selectOption('2024年度');
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL(/batch=2024/);
    const [name = ''] = await rowNames(page);
    await page.locator('tbody th a').first().click();
    await page.waitForURL(/\/township\/\d{9}$/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
    expect(await page.locator('main').innerText()).toContain('批次 2024年度');
    const villages = await rowNames(page);
    await page.getByRole('link', { name: `${name}村庄名录` }).click();
    await page.waitForURL(/\/villages\?q=\d{9}$/);
    await rowsOnceLoaded(page).toEqual(villages);
    await close();
  });
});
