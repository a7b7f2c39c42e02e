/** Opens pages as a visitor would, and remembers what no page may do: call elsewhere, or break. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

export interface Visit {
  readonly page: Page;
  /** Requests that left the origin of the site. */
  readonly strayRequests: readonly string[];
  /** Uncaught errors, console errors and violations of the content security policy. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

export type SiteName = 'site' | 'demo';

export function originOf(site: SiteName): string {
  return inject(site);
}

/** Opens `path` of the site in a fresh context. */
export async function visit(
  browser: Browser,
  site: SiteName,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const origin = originOf(site);
  const context = await browser.newContext({ locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const strayRequests: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) strayRequests.push(url);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // The browser itself reports the 404 and 400 pages that tests ask for.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      faults.push(message.text());
    }
  });
  await page.goto(origin + path, { waitUntil: 'load' });
  return { page, strayRequests, faults, close: () => context.close() };
}
