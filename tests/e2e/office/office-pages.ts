/** Every page of the office, and what its forms answer. */
import type { Page } from 'playwright-core';
import { colleague, type PreparedSite } from './prepared-office.ts';

/** What was reported before, and by whom: ids that addresses need. */
export interface Made {
  readonly waiting: string;
  readonly returned: string;
  readonly account: string;
}

export interface OfficePage {
  readonly name: string;
  /** Whose page it is; nothing: of who is not signed in. */
  readonly as?: string;
  readonly path: (made: Made) => string;
  /** What is done there first; the answer to a form is then looked at where it stands. */
  readonly act?: (page: Page, site: PreparedSite<Made>) => Promise<void>;
}

const click = (page: Page, selector: string) => page.locator(selector).first().click();
export const pages: readonly OfficePage[] = [
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
    act: async (page, site) => {
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
