/** The counts of the registers of townships and villages, as everywhere else on the site. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { originOf, visit, type SiteName } from './visit.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

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
