/** The browser and the site that the tests of a file have in common: opened before them, closed after. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { arrive, type Person } from './person.ts';
import { colleague, type PreparedSite } from './prepared-office.ts';

export interface StaffedSite<Made> {
  /** Once the tests run; not while they are collected. */
  readonly site: PreparedSite<Made>;
  /** A colleague at a browser of their own, signed in already. */
  arrives(username: string, options?: BrowserContextOptions): Promise<Person>;
}

/** Milliseconds: a site is seeded and served, on a machine that may be busy. */
const longestStart = 180_000;

/** To be called where the tests of the file are collected. */
export function staffedSite<Made>(start: () => Promise<PreparedSite<Made>>): StaffedSite<Made> {
  let opened: { readonly browser: Browser; readonly site: PreparedSite<Made> } | null = null;
  const present = () => {
    if (!opened) throw new Error('The site is open only while the tests run.');
    return opened;
  };
  beforeAll(async () => {
    const [browser, site] = await Promise.all([launchBrowser(), start()]);
    opened = { browser, site };
  }, longestStart);
  afterAll(async () => {
    await present().browser.close();
    await present().site.stop();
  });
  return {
    get site() {
      return present().site;
    },
    arrives: (username, options = {}) => {
      const { browser, site } = present();
      return arrive(browser, site.origin, colleague(site, username), options);
    },
  };
}
