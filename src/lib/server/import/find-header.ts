/** Where the headings of a ledger stand: under titles, over notes, in one row or in two. */
import type { Level } from '../../domain/division.ts';
import type { Sheet } from '../spreadsheet/workbook.ts';
import type { Header } from './header.ts';
import { readHeadings, textsOfHeadings, type Headings } from './read-headings.ts';

/** Headings stand in the first rows, under a title and a line or two about it. */
const rowsLookedAt = 40;

/** The row of headings that says most, the first of several; `null`: none heads a column of names. */
export function findHeader(sheet: Sheet, level: Level): Header | null {
  return findHeaders(sheet, level)[0] ?? null;
}

/** The same headings, once for each of the tables that stand side by side under them. */
export function findHeaders(sheet: Sheet, level: Level): readonly Header[] {
  let best: { readonly at: number; readonly found: Headings } | null = null;
  const upTo = Math.min(sheet.rows.length, rowsLookedAt);
  for (let at = 0; at < upTo; at += 1) {
    for (const rows of [1, 2] as const) {
      const found = readHeadings(sheet, at, rows, level);
      // On a tie one row of headings is more likely than a title over it, and the first than its repetition.
      if (found && found.size > (best?.found.size ?? 0)) best = { at, found };
      else if (found && best?.found.rows === 2 && rows === 1 && at === best.at + 1) {
        if (found.size === best.found.size) best = { at, found };
      }
    }
  }
  return best ? headersAt(sheet, best.at, best.found, 0) : [];
}

/** The headings in this row (and the next, where two say more), if it is one; its titles are none. */
export function headerAt(sheet: Sheet, at: number, level: Level): Header | null {
  const [one, two] = ([1, 2] as const).map((rows) => readHeadings(sheet, at, rows, level));
  const found = one && two && two.size > one.size ? two : one;
  return (found && headersAt(sheet, at, found, at)[0]) ?? null;
}

function headersAt(sheet: Sheet, at: number, found: Headings, titlesFrom: number): Header[] {
  const titles = sheet.rows.slice(titlesFrom, at).flatMap(textsOfHeadings);
  const row = sheet.rows[at]?.number ?? at + 1;
  return found.tables.map((table) => ({ row, bodyFrom: at + found.rows, ...table, titles }));
}
