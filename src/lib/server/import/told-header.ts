/** The headings of a table as a person told them, in the place of those that nobody knows. */
import type { Level } from '../../domain/division.ts';
import type { ColumnMeaning } from '../../domain/ledger.ts';
import { nameUnits, type ToldTable } from '../../domain/told-columns.ts';
import type { Sheet } from '../spreadsheet/workbook.ts';
import { columnLetter, readCell } from './cell-text.ts';
import type { Header, TakenColumn } from './header.ts';
import { textsOfHeadings } from './read-headings.ts';

/** What stands above is a title only so far down; further, it is rows that were passed over. */
const mostTitles = 40;

/** `null`: no column is told to name a unit. Of two columns of one meaning the first is taken. */
export function toldHeader(sheet: Sheet, told: ToldTable, level: Level): Header | null {
  const places = new Map<ColumnMeaning, TakenColumn>();
  for (const { index, meaning } of told.columns) {
    // Without a heading: what stands above the first row may be a row like those below it.
    if (!places.has(meaning)) {
      places.set(meaning, { index, letter: columnLetter(index), heading: '' });
    }
  }
  if (!nameUnits(places.keys(), level)) return null;
  const found = sheet.rows.findIndex(({ number }) => number >= told.firstRow);
  const bodyFrom = found === -1 ? sheet.rows.length : found;
  const above = sheet.rows[bodyFrom - 1];
  const columns = [...places].map(([meaning, { index, letter }]) => {
    const isNext = above?.number === told.firstRow - 1;
    const reading = readCell(isNext ? above.cells[index] : undefined);
    return { letter, heading: reading.status === 'empty' ? '' : reading.text, meaning };
  });
  return {
    row: told.firstRow - 1,
    bodyFrom,
    columns,
    places,
    beside: new Set(),
    titles: bodyFrom > mostTitles ? [] : sheet.rows.slice(0, bodyFrom).flatMap(textsOfHeadings),
  };
}
