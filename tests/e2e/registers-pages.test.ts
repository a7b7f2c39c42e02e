/** The pages around the registers of townships and villages, what an address may ask of them, and how they look. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { rowNames } from './register-rows.ts';
import { originOf, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const status = (page: Page) => page.getByRole('status').innerText();

describe('what an address may not do', () => {
  it.each([
    [`/villages?q=${'y'.repeat(51)}`, '过长'],
    ['/villages?page=33', '没有第“33”页'],
    ['/townships?status=x', '没有状态“x”'],
    ['/townships?batch=x', '没有批次“x”'],
    ['/townships?county=131071x', '没有代码为“131071x”'],
    ['/townships?sort=area', '不能按“area”排序'],
    ['/townships?at=2020', '不是有效日期'],
  ])('%s is told in one line, and the default shown', async (path, line) => {
    const { page, close } = await visit(browser, 'site', path);
    expect(await status(page)).toContain(line);
    expect((await rowNames(page)).length).toBeGreaterThanOrEqual(90);
    await close();
  });

  it.each(['/township/131082999', '/township/131082', '/township/x', '/township/131082100201'])(
    '%s is no page, in the frame of the public pages',
    async (path) => {
      const answer = await fetch(originOf('site') + path);
      expect(answer.status).toBe(404);
      const html = await answer.text();
      expect(html).toContain('没有这个页面');
      expect(html).toContain('乡镇名录');
    },
  );
});

it('the page of a county draws a square for each township and leads to it and to the registers', async () => {
  const { page, close } = await visit(browser, 'demo', '/county/131082?at=2024-12-31', {
    javaScriptEnabled: false,
  });
  const squares = page.locator('section[aria-labelledby="townships"] a[href^="/township/"]');
  expect(await squares.count()).toBe(10);
  const [name = '', state = ''] = (await squares.first().innerText()).split(/\s+/);
  expect(state).toBe('已授予');
  await squares.first().click();
  await page.waitForURL(/\/township\//);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(name);
  await page.goBack();
  await page.getByRole('link', { name: '三河市乡镇名录' }).click();
  await page.waitForURL(/\/townships/);
  expect(await rowNames(page)).toHaveLength(10);
  expect(new URL(page.url()).searchParams.get('at')).toBe('2024-12-31');
  await close();
});

it('the page of a subdistrict says that it does not count', async () => {
  const { page, close } = await visit(browser, 'site', '/township/131002001');
  expect(await page.locator('main').innerText()).toContain(
    '街道不属于镇和乡，不计入市级森林乡镇的总数。',
  );
  await close();
});

it('the English register has no Chinese but names, batches and documents', async () => {
  const { page, close } = await visit(browser, 'demo', '/villages?lang=en&status=counted');
  const told = await page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement;
    for (const part of copy.querySelectorAll('[lang="zh-CN"]')) part.remove();
    return copy.textContent;
  });
  expect(told).toContain('Register of villages');
  expect(told).not.toMatch(/\p{Script=Han}/u);
  await close();
});

describe('on a screen of', () => {
  const paths = ['/townships?county=131082', '/villages?q=yjz', '/township/131082106'];
  const cases = [390, 768, 1440].flatMap((width) =>
    ['look=light', 'look=dark', 'look=contrast', 'text=large'].flatMap((mode) =>
      paths.flatMap((path) => ['zh-CN', 'en'].map((lang) => [width, mode, path, lang] as const)),
    ),
  );
  it.each(cases)('%d px, %s: %s in %s', async (width, mode, path, lang) => {
    const query = `${path.includes('?') ? '&' : '?'}lang=${lang}&${mode}`;
    const { page, faults, close } = await visit(browser, 'demo', path + query, {
      viewport: { width, height: 900 },
    });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(serious).toEqual([]);
    const overflow = await page
      .locator('html')
      .evaluate((root) => root.scrollWidth - root.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await close();
  });
});
