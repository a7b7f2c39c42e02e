/**
 * Every page of the office, and what its forms answer: axe at three widths, in four modes and two
 * languages; nothing wider than the screen, with text of double size too; no call elsewhere, no fault.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { startSite, type RunningSite } from '../running-site.ts';
import { arrive, person, type Person } from './person.ts';
import { colleague, startPreparedSite, submitTitle, type PreparedSite } from './prepared-office.ts';

interface Made {
  readonly waiting: string;
  readonly returned: string;
  readonly account: string;
}

let browser: Browser;
let site: PreparedSite<Made>;
/** Of nobody yet. */
let fresh: RunningSite;
beforeAll(async () => {
  [browser, site, fresh] = await Promise.all([
    launchBrowser(),
    startPreparedSite(
      {},
      [
        { username: 'clerk', posts: ['county-clerk'], county: '131082' },
        { username: 'city', posts: ['city-clerk', 'city-approver'] },
        { username: 'approver', posts: ['city-approver'] },
        { username: 'admin', posts: ['administrator'] },
        { username: 'auditor', posts: ['auditor'] },
        { username: 'new-clerk', posts: ['city-clerk'], duty: 'change-password' },
        { username: 'new-admin', posts: ['administrator'], duty: 'set-up-second-factor' },
      ],
      async (office, people) => {
        const [clerk, approver] = [people.get('clerk'), people.get('approver')];
        if (!clerk || !approver) throw new Error('Somebody is missing.');
        const { submissions } = office;
        const waiting = await submitTitle(office, clerk, '131082', 'provincial');
        const returned = await submitTitle(office, clerk, '131082', 'national');
        const found = await submissions.find(approver.actor, returned.id);
        const by = { actor: approver.actor, request: 'prepared' };
        const sent = await submissions.sendBack(by, returned.id, found?.version ?? 0, '请补文号。');
        if (sent.status !== 'done') throw new Error(sent.status);
        return { waiting: waiting.id, returned: returned.id, account: clerk.actor.id };
      },
    ),
    startSite({}),
  ]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([site.stop(), fresh.stop()]);
});

interface OfficePage {
  readonly name: string;
  /** Whose page it is; nothing: of who is not signed in. */
  readonly as?: string;
  readonly path: (made: Made) => string;
  /** What is done there first; the answer to a form is then looked at where it stands. */
  readonly act?: (page: Page) => Promise<void>;
}

const click = (page: Page, selector: string) => page.locator(selector).first().click();
const pages: readonly OfficePage[] = [
  { name: 'sign-in', path: () => '/admin/sign-in' },
  {
    name: 'sign-in, refused',
    path: () => '/admin/sign-in',
    act: (page) => click(page, 'main form button'),
  },
  { name: 'code', path: () => '/admin/second-factor' },
  { name: 'recovery code', path: () => '/admin/second-factor?with=recovery' },
  { name: 'first password', as: 'new-clerk', path: () => '/admin/password' },
  { name: 'second factor', as: 'new-admin', path: () => '/admin/own-account/second-factor' },
  {
    name: 'second factor, the picture',
    as: 'new-admin',
    path: () => '/admin/own-account/second-factor',
    act: async (page) => {
      await page.locator('input[type=password]').fill(colleague(site, 'new-admin').password);
      await click(page, 'main form button');
      await page.locator('main svg').first().waitFor();
    },
  },
  { name: 'own account', as: 'clerk', path: () => '/admin/own-account' },
  { name: 'desk of a county', as: 'clerk', path: () => '/admin' },
  { name: 'desk of the city', as: 'city', path: () => '/admin' },
  { name: 'desk of the city, a county', as: 'city', path: () => '/admin?division=131082' },
  { name: 'report', as: 'clerk', path: () => '/admin/report?track=provincial' },
  { name: 'report of villages', as: 'clerk', path: () => '/admin/report?track=village' },
  {
    name: 'correction',
    as: 'clerk',
    path: () => '/admin/report?corrects=E-131082-provincial-applied',
  },
  {
    name: 'report, with faults',
    as: 'clerk',
    path: () => '/admin/report?track=provincial',
    act: async (page) => {
      await page.locator('[name=effective-year]').fill('20');
      await click(page, 'button[formaction*="/submit"]');
      await page.locator('[role=alert]').waitFor();
    },
  },
  {
    name: 'returned report',
    as: 'clerk',
    path: ({ returned }) => `/admin/submission/${returned}`,
  },
  {
    name: 'report, with a clash',
    as: 'clerk',
    path: ({ returned }) => `/admin/submission/${returned}`,
    act: async (page) => {
      await page.locator('[name=title]').fill('另拟的标题');
      const version = page.locator('form[data-unsaved] [name=version]');
      await version.evaluate((field) => field.setAttribute('value', '1'));
      await click(page, 'button[formaction*="/save"]');
      await page.locator('table').first().waitFor();
    },
  },
  { name: 'quotas', as: 'city', path: () => '/admin/quotas' },
  {
    name: 'quotas, with faults',
    as: 'city',
    path: () => '/admin/quotas',
    act: async (page) => {
      await page.locator('[name="count-township-131082"]').fill('999');
      await click(page, 'button[formaction*="/submit"]');
      await page.locator('[role=alert]').waitFor();
    },
  },
  { name: 'inbox', as: 'approver', path: () => '/admin/inbox' },
  { name: 'review', as: 'approver', path: ({ waiting }) => `/admin/submission/${waiting}` },
  {
    name: 'review, without a reason',
    as: 'approver',
    path: ({ waiting }) => `/admin/submission/${waiting}`,
    act: async (page) => {
      await click(page, 'form[action*="/sendBack"] button');
      await page.locator('[role=alert]').waitFor();
    },
  },
  { name: 'who has reported', as: 'approver', path: () => '/admin/reporting' },
  { name: 'accounts', as: 'admin', path: () => '/admin/accounts' },
  { name: 'new account', as: 'admin', path: () => '/admin/accounts/new' },
  {
    name: 'new account, with faults',
    as: 'admin',
    path: () => '/admin/accounts/new',
    act: async (page) => {
      await click(page, 'main form button');
      await page.locator('[role=alert]').waitFor();
    },
  },
  { name: 'account', as: 'admin', path: ({ account }) => `/admin/accounts/${account}` },
  { name: 'settings', as: 'admin', path: () => '/admin/settings' },
  { name: 'log', as: 'auditor', path: () => '/admin/log' },
  { name: 'permissions', as: 'auditor', path: () => '/admin/permissions' },
  { name: 'refused', as: 'auditor', path: () => '/admin/settings' },
  { name: 'not found', as: 'clerk', path: () => '/admin/nowhere' },
];

/** A colour on its way to another is neither. */
const stillness = { reducedMotion: 'reduce' } as const;
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

async function look(who: Person, { name, path, act }: OfficePage, origin: string) {
  const { page } = who;
  const found: string[] = [];
  for (const language of languages) {
    await page.setViewportSize({ width: 1440, height: 900 });
    const address = path(site.made);
    // Chosen as a reader chooses, and remembered in a cookie.
    await page.goto(`${origin}/?lang=${language}&look=light&text=normal`);
    await page.goto(origin + address);
    if (act) await act(page);
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

describe('a page of the office', () => {
  const visit = async (which: OfficePage, at: RunningSite) => {
    const who = which.as
      ? await arrive(browser, at.origin, colleague(site, which.as), stillness)
      : await person(browser, at.origin, 'nobody', '', stillness);
    const strays: string[] = [];
    who.page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${at.origin}/`) && !/^(?:data|blob|about):/.test(url)) strays.push(url);
    });
    expect(await look(who, which, at.origin)).toEqual([]);
    expect(strays).toEqual([]);
    expect(who.faults).toEqual([]);
    await who.close();
  };

  it.each(pages.map((which) => [which.name, which] as const))('%s', async (_, which) => {
    await visit(which, site);
  });

  it('set-up', async () => {
    await expect.poll(() => fresh.output(), { timeout: 10_000 }).toContain('/admin/set-up/');
    const path = /\/admin\/set-up\/\S+/.exec(fresh.output())?.[0] ?? '';
    await visit({ name: 'set-up', path: () => path }, fresh);
  });
});
