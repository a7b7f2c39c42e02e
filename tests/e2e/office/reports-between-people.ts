/** Clerks of the counties, a head, and who approves: what each does with a report on a phone. */
import type { Page } from 'playwright-core';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import type { NewColleague } from '../../office/employ.ts';
import { clerksOf } from './clerks-on-phones.ts';
import { beginReport, choose, goodFile, submitReport, wholeReport } from './report-page.ts';

/** The county that has a head. */
export const headed = '131082';

/** The clerks of these counties, the head of the headed one, and the people of the city. */
export const peopleOf = (counties: readonly string[]): readonly NewColleague[] => [
  ...clerksOf(counties),
  { username: 'head', posts: ['county-head'], county: headed },
  { username: 'approver', posts: ['city-approver'] },
  { username: 'whole-city', posts: ['city-clerk', 'city-approver'] },
];

/** What stands on the page. */
export const main = (page: Page) => page.locator('main').innerText();

/** Presses the button of the decision. */
export async function decide(page: Page, button: 'approve' | 'check' | 'sendBack'): Promise<void> {
  await page.getByRole('button', { name: reviewWords[button], exact: true }).click();
  await page.waitForLoadState();
}

/** The clerk's report of the county, submitted; answers where it lies. */
export async function report(page: Page, texts = wholeReport): Promise<string> {
  await beginReport(page, texts);
  await choose(page, goodFile);
  await submitReport(page);
  return new URL(page.url()).pathname;
}
