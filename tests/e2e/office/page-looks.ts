/** How a page of the office looks: at three widths, in four modes and two languages. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Made, OfficePage } from './office-pages.ts';
import type { Person } from './person.ts';
import type { PreparedSite } from './prepared-office.ts';

const widths = [390, 768, 1440];
/** The last is 长辈版. */
const modes = [
  ['look', 'light'],
  ['look', 'dark'],
  ['look', 'contrast'],
  ['text', 'large'],
] as const;
const languages = ['zh-CN', 'en'] as const;
/** What the mode can change; the structure is the same in all of them. */
const rulesOfLooks = ['color-contrast', 'target-size', 'link-in-text-block'];

async function serious(page: Page, isWhole: boolean): Promise<readonly string[]> {
  // There is no frame in these pages: nothing to be gathered in another tab.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (isWhole ? builder : builder.withRules(rulesOfLooks)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** What makes the page wider than the window; nothing where it is not. */
function excess(page: Page): Promise<string> {
  return page.locator('html').evaluate((root) => {
    const over = root.scrollWidth - root.clientWidth;
    if (over <= 0) return '';
    const isOutside = (element: Element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const right = Math.max(
        element.getBoundingClientRect().right,
        ...[...range.getClientRects()].map((box) => box.right),
      );
      return right > root.clientWidth + 0.5;
    };
    const widest = [...root.querySelectorAll('body *')]
      .filter((element) => isOutside(element))
      .toReversed()
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120));
    return `${over} px wider than the window: ${widest.join(' | ')}`;
  });
}

/** What is wrong with the page in any of them, at that origin; the ids in addresses are of `site`. */
export async function look(
  who: Person,
  { name, path, act }: OfficePage,
  origin: string,
  site: PreparedSite<Made>,
): Promise<readonly string[]> {
  const { page } = who;
  const found: string[] = [];
  for (const language of languages) {
    await page.setViewportSize({ width: 1440, height: 900 });
    const address = path(site.made);
    // Chosen as a reader chooses, and remembered in a cookie.
    await page.goto(`${origin}/?lang=${language}&look=light&text=normal`);
    await page.goto(origin + address);
    if (act) await act(page, site);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    for (const [attribute, value] of modes) {
      await page.locator('html').evaluate(
        (root, [key, chosen]) => {
          root.dataset['look'] = 'light';
          root.dataset['text'] = 'normal';
          root.dataset[key] = chosen;
        },
        [attribute, value] as const,
      );
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const at = `${name}, ${language}, ${value}, ${width} px`;
        // The looks colour both languages alike, and the tablet as the desk; the words are in both.
        const isNewLook = language === 'zh-CN' && width !== 768;
        if (value === 'light' ? language === 'zh-CN' || width === 390 : isNewLook) {
          const violations = await serious(page, value === 'light');
          found.push(...violations.map((violation) => `${at}: ${violation}`));
        }
        const over = await excess(page);
        if (over) found.push(`${at}: ${over}`);
      }
    }
    await page.locator('html').evaluate((root) => {
      root.dataset['text'] = 'normal';
      root.style.fontSize = '200%';
    });
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const over = await excess(page);
      if (over) found.push(`${name}, ${language}, text of 200 %, ${width} px: ${over}`);
    }
  }
  return found;
}
