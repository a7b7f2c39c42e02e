/** Clerks of counties who report from a phone. */
import type { Page } from 'playwright-core';
import type { NewColleague } from '../../office/employ.ts';
import { press } from './report-page.ts';

/** The clerk of each of the counties. */
export const clerksOf = (counties: readonly string[]): readonly NewColleague[] =>
  counties.map((county) => ({
    username: `clerk-${county}`,
    posts: ['county-clerk'],
    county,
  }));

/** How a phone runs the page, whether with a script, and which of two counties of a test it is of. */
export const waysOfAPhone = [
  ['with JavaScript', true, 0],
  ['without JavaScript', false, 1],
] as const;

export const phone = { viewport: { width: 390, height: 844 } };

/** Sends the form and answers the status of what came back. */
export async function send(page: Page, button: Parameters<typeof press>[1]): Promise<number> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await press(page, button);
  const response = await answered;
  await page.waitForLoadState();
  return response.status();
}
