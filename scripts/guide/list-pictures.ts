/** Lists and positions of a county from the file to what is to be settled, and a list of the whole city. */
import type { Page } from 'playwright-core';
import { signIn, type Person } from '../../tests/e2e/office/person.ts';
import { clerkAccount } from './administrator-day.ts';
import { cityLedger, countyLedger, countyPlaces } from './invented.ts';
import { arriveAt, county, desktop, password, type Studio } from './studio.ts';
import type { Uploaded } from './upload.ts';

const otherCounty = '131026';

async function upload(page: Page, file: Uploaded): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: '上传并核对' }).click();
  await page.waitForURL(/\/[0-9a-f-]{36}$/);
}

/** By the clerk of the county, at a desk: a list is on a computer. */
export async function countyLists(studio: Studio): Promise<void> {
  const { camera } = studio;
  const clerk = await arriveAt(studio, clerkAccount, password, desktop);
  const { page } = clerk;
  await signIn(clerk);
  await page.waitForURL(/\/admin$/);

  await page.goto(`/admin/import?division=${county}`);
  await page.locator('#track').selectOption('village');
  await camera(page, 'import-upload');
  await upload(page, countyLedger(county));
  await camera(page, 'import-result', { height: 760 });
  await camera(page, 'import-mend', { part: sectionOf(page, '#mend') });
  await camera(page, 'import-confirm', { part: sectionOf(page, '#confirm') });

  await page.goto(`/admin/places?division=${county}`);
  await page.locator('[name=level]').selectOption('village');
  await upload(page, countyPlaces(county, otherCounty));
  await camera(page, 'places-datum', { part: sectionOf(page, '#datum-title') });
  await camera(page, 'places-mend', { part: sectionOf(page, '#mend') });
  await clerk.close();
}

/** What a list of the whole city does county by county, before anybody confirms it. */
export async function cityList({ camera }: Studio, { page }: Person): Promise<void> {
  await page.goto('/admin/import');
  await page.locator('#division').selectOption('131000');
  await page.locator('#track').selectOption('village');
  await upload(page, cityLedger());
  await camera(page, 'import-counties', { part: sectionOf(page, '#effect') });
}

function sectionOf(page: Page, heading: string) {
  return page.locator('section', { has: page.locator(heading) }).first();
}
