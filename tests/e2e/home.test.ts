/** What a citizen does on the home page, on the real data and on the demonstration. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('the real data, today', () => {
  it('says that nobody has reported, not that the targets failed', async () => {
    const { page, close } = await visit(browser, 'site', '/');
    const summary = await page.locator('main').innerText();
    expect(summary).toContain('2020年12月31日之后尚无填报，四项目标均待核定');
    expect(summary).not.toContain('演示数据');
    for (const name of ['国家森林城市', '省级森林城市', '市级森林乡镇', '市级森林村庄']) {
      const card = await page.getByRole('article', { name }).innerText();
      expect(card).toContain('待核定');
      expect(card).toMatch(/0–(10|90|3200)/);
    }
    await close();
  });

  it('on 2020-12-31 tells stated from named: six applied, two inferred, four without names', async () => {
    const { page, close } = await visit(browser, 'site', '/?at=2020-12-31');
    const card = await page.getByRole('article', { name: '国家森林城市' }).innerText();
    expect(card).toContain('材料称“已申请”6个，4个未具名');
    expect(card).toContain('已申请2个（其中推断或日期不全2个）');
    await close();
  });

  it('names the source of the boundaries, and that the map has no review number yet', async () => {
    const { page, close } = await visit(browser, 'site', '/');
    const text = await page.locator('body').innerText();
    expect(text).toContain('边界为概化示意');
    expect(text).toContain('审图号：待填报');
    expect(text).toContain('天地图');
    await close();
  });
});

describe('the address is the state', () => {
  it('back returns to the last choice, and the map, legend and table follow', async () => {
    const { page, faults, strayRequests, close } = await visit(browser, 'demo', '/?at=2024-12-31');
    const tabs = page.getByRole('navigation', { name: '专题' });
    await tabs.getByRole('link', { name: '省级森林城市' }).click();
    await page.waitForURL(/theme=provincial/);
    await page.locator('main table a', { hasText: '三河市' }).first().waitFor();
    await tabs.getByRole('link', { name: '森林村庄' }).click();
    await page.waitForURL(/theme=villages/);
    expect(await page.locator('main').innerText()).toContain('不在图上');
    await page.goBack();
    await page.waitForURL(/theme=provincial/);
    expect(new URL(page.url()).searchParams.get('at')).toBe('2024-12-31');
    await page.waitForFunction(() => !document.body.innerText.includes('不在图上'));
    expect(faults).toEqual([]);
    expect(strayRequests).toEqual([]);
    await close();
  });

  it('the legend filters: its count is the number of rows and shapes it leaves', async () => {
    const { page, close } = await visit(browser, 'demo', '/?theme=provincial&at=2023-12-31');
    const entry = page.locator('a[href*="show="]', { hasText: '已授予' }).first();
    const count = Number(/(\d+)个/.exec(await entry.innerText())?.[1]);
    expect(count).toBeGreaterThan(0);
    await entry.click();
    await page.waitForURL(/show=named/);
    await page.waitForFunction(
      (expected) => document.querySelectorAll('main table tbody tr').length === expected,
      count,
    );
    expect(await page.locator('main table tbody tr').count()).toBe(count);
    await close();
  });

  it('sorts the table by a column and says so to a screen reader', async () => {
    const { page, close } = await visit(browser, 'demo', '/?at=2024-12-31');
    await page.locator('main th a[href*="sort="]', { hasText: '森林乡镇' }).click();
    await page.waitForURL(/sort=-?townships/);
    await page.locator('th[aria-sort="ascending"], th[aria-sort="descending"]').waitFor();
    expect(
      await page.locator('th[aria-sort="ascending"], th[aria-sort="descending"]').count(),
    ).toBe(1);
    await close();
  });

  it('remembers English', async () => {
    const { page, close } = await visit(browser, 'site', '/?lang=en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.goto(new URL('/method', page.url()).href);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await close();
  });
});

describe('keyboard', () => {
  it('reaches every county on the map and opens it with Enter', async () => {
    const { page, close } = await visit(browser, 'site', '/');
    const reached = new Set<string>();
    for (let press = 0; press < 80 && reached.size < 10; press += 1) {
      await page.keyboard.press('Tab');
      const href = await page.evaluate(() => {
        const active = document.activeElement;
        return active?.closest('svg') ? active.getAttribute('href') : null;
      });
      const code = /county=(\d{6})/.exec(href ?? '')?.[1];
      if (code) reached.add(code);
    }
    expect(reached.size).toBe(10);
    await page.keyboard.press('Enter');
    await page.waitForURL(/county=\d{6}/);
    await page.locator('#county').waitFor();
    expect(await page.locator('#county').count()).toBe(1);
    await close();
  });
});

describe('a bad address says so in one line and shows the default', () => {
  it.each([
    ['/?theme=nonsense', 'nonsense'],
    ['/?at=2020-02-31', '2020-02-31'],
    ['/?at=2099-01-01', '2099'],
    ['/?county=999999', '999999'],
    ['/?lang=fr', 'fr'],
    ['/?show=nonsense', 'nonsense'],
  ])('%s', async (path, named) => {
    const { page, faults, close } = await visit(browser, 'site', path);
    const notice = page.locator('[role="status"]', { hasText: named });
    expect(await notice.count()).toBe(1);
    expect(await page.locator('main svg a[aria-label]').count()).toBe(10);
    expect(faults).toEqual([]);
    await close();
  });

  it('text in the address is text on the page', async () => {
    const attack = '/?theme=' + encodeURIComponent('"><script>window.broken=1</script>');
    const { page, close } = await visit(browser, 'site', attack);
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    expect(await page.locator('[role="status"]').first().innerText()).toContain('<script>');
    await close();
  });

  it('a county that is not there is a 404 with a way on', async () => {
    const { page, close } = await visit(browser, 'site', '/county/999999');
    const response = await page.reload();
    expect(response?.status()).toBe(404);
    expect(await page.locator('main a[href^="/county/"]').count()).toBeGreaterThanOrEqual(10);
    await close();
  });
});
