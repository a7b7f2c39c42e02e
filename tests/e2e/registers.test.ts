/** The registers of townships and villages, as a citizen uses them: with a script and without. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { originOf, visit, type SiteName } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const rowNames = (page: Page) => page.locator('main tbody th').allInnerTexts();
/** After a step of the browser the page before may still be there for a moment. */
const rowsOnceLoaded = (page: Page) => expect.poll(() => rowNames(page), { timeout: 10_000 });
const status = (page: Page) => page.getByRole('status').innerText();

interface Card {
  readonly level: 'township' | 'village';
  readonly path: string;
  readonly name: string;
  readonly unit: string;
}
const cards: readonly Card[] = [
  { level: 'township', path: '/townships', name: '市级森林乡镇', unit: '个乡镇' },
  { level: 'village', path: '/villages', name: '市级森林村庄', unit: '个村' },
];

interface TargetDocument {
  readonly targets: readonly {
    readonly track: string;
    readonly named: number;
    readonly low: number;
    readonly high: number;
    readonly denominator: number;
  }[];
}

describe.each(['site', 'demo'] as const)(
  'the counts of a register, on the %s',
  (site: SiteName) => {
    const days = ['', '?at=2020-12-31', '?at=2022-12-31', '?at=2023-12-31&known-at=2024-01-31'];
    const cases = cards.flatMap((card) => days.map((query) => [card.path, query, card] as const));
    it.each(cases)('%s%s are those of its target, and sum up to all', async (path, query, card) => {
      const { page, faults, close } = await visit(browser, site, path + query);
      const answer = await fetch(`${originOf(site)}/api/v1/progress.json${query}`);
      const { targets } = (await answer.json()) as TargetDocument;
      const target = targets.find(({ track }) => track === card.level);
      if (!target) throw new Error(`no target for ${card.level}`);
      const text = await page.locator('main header').innerText();
      expect(text).toContain(`${target.denominator}${card.unit}中：`);
      expect(Number(/已授予(\d+)个/.exec(text)?.[1] ?? 0)).toBe(target.named);
      expect(text).toMatch(new RegExp(`有${target.low}个`));
      if (target.high > target.low) expect(text).toContain(`最多可能有${target.high}个`);
      const chips = await page.locator('ul[aria-label="状态"] strong').allInnerTexts();
      const sum = chips.reduce((all, chip) => all + Number.parseInt(chip, 10), 0);
      expect(sum).toBe(target.denominator);
      expect(faults).toEqual([]);
      await close();
    });
  },
);

it('the card on the home page and the register say the same numbers', async () => {
  for (const { path, name } of cards) {
    const home = await visit(browser, 'demo', '/');
    const card = await home.page.getByRole('article', { name }).innerText();
    await home.close();
    const register = await visit(browser, 'demo', path);
    const text = await register.page.locator('main header').innerText();
    await register.close();
    const low = Number(/有(\d+)个.*?最多可能有/.exec(text)?.[1]);
    expect(low).toBeGreaterThan(0);
    expect(card).toMatch(new RegExp(`(?:已有|现有|确定的有)${low}个`));
  }
});

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
