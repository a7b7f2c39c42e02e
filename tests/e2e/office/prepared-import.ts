/** A site into which lists are imported, and a list of 250 villages as a county would send it. */
import type { Page } from 'playwright-core';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { readDataDirectory } from '../../../src/lib/server/data/read-data-directory.ts';
import { usualLedger } from '../../../src/lib/server/import/usual-ledger.ts';
import { ledgerFile } from '../../office/ledger-file.ts';
import { startPreparedSite, type PreparedSite } from './prepared-office.ts';

const directory = readDataDirectory('data');
if (directory.status === 'invalid') throw new Error('the data of the repository do not validate');
export const ledger = usualLedger(directory.site.data.divisions);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Its 250 villages, three of them misspelt. */
export const file = {
  name: '2023年名单.xlsx',
  mimeType: xlsx,
  buffer: ledgerFile(ledger.workbook),
};

export function startImportSite(): Promise<PreparedSite<null>> {
  return startPreparedSite(
    {},
    [
      { username: 'clerk', posts: ['city-clerk'] },
      { username: 'approver', posts: ['city-approver'] },
      { username: 'sanhe', posts: ['county-clerk'], county: '131082' },
    ],
    () => Promise.resolve(null),
  );
}

/** Sends the file from the form, for this division where it is to be chosen. */
export async function upload(page: Page, sent: typeof file, division?: string): Promise<void> {
  await page.goto('/admin/import');
  if (division !== undefined) await page.locator('#division').selectOption(division);
  await page.locator('#track').selectOption('village');
  await page.locator('#file').setInputFiles(sent);
  await page.getByRole('button', { name: words.upload }).click();
}
