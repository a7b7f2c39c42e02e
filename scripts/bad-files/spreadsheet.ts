/** The bad spreadsheets, all of them. */
import { oddCells } from './spreadsheet-cells.ts';
import type { BadSpreadsheet } from './spreadsheet-file.ts';
import { wrongLedgers } from './spreadsheet-ledgers.ts';
import { oddSheets } from './spreadsheet-sheets.ts';
import { oddTexts } from './spreadsheet-texts.ts';
import { badZips } from './spreadsheet-zips.ts';

export const badSpreadsheets: readonly BadSpreadsheet[] = [
  ...badZips,
  ...oddCells,
  ...oddSheets,
  ...oddTexts,
  ...wrongLedgers,
];
