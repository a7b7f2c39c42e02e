/** Which sheets of a workbook hold a ledger of the track. */
import type { Track } from '../../domain/programme.ts';
import type { ToldTable } from '../../domain/told-columns.ts';
import type { Sheet } from '../spreadsheet/workbook.ts';
import { findHeaders } from './find-header.ts';
import type { Header } from './header.ts';
import { schemeOfOthers } from './other-scheme.ts';
import type { LedgerReading } from './preview.ts';
import { isTemplateSheet } from './template-sheet.ts';
import { toldHeader } from './told-header.ts';

export interface FoundSheet {
  readonly sheet: Sheet;
  /** One for each of the tables side by side; none: no ledger of this track. */
  readonly headers: readonly Header[];
}

interface Looked {
  /** All that were looked at; those that are of another track have no headers. */
  readonly sheets: readonly FoundSheet[];
}

type FoundLedgers = Looked &
  ({ readonly status: 'found' } | Omit<Extract<LedgerReading, { status: 'refused' }>, 'tables'>);

/**
 * The ledgers on the visible sheets, or where there are none on the hidden ones; never the template's own.
 * What a person told of the columns of a sheet goes before its headings.
 */
export function findLedgers(
  all: readonly Sheet[],
  track: Track,
  told: readonly ToldTable[] = [],
): FoundLedgers {
  const toldOf = (sheet: Sheet): Header | null => {
    const table = told.find((each) => each.sheet === sheet.name);
    return table ? toldHeader(sheet, table, track.level) : null;
  };
  const headersOf = (sheet: Sheet): readonly Header[] => {
    const own = toldOf(sheet);
    return own ? [own] : findHeaders(sheet, track.level);
  };
  const sheets = all.filter((sheet) => !isTemplateSheet(sheet));
  const read = (isHidden: boolean): readonly FoundSheet[] =>
    sheets
      .filter((sheet) => sheet.isHidden === isHidden)
      .map((sheet) => ({ sheet, headers: headersOf(sheet) }));
  const visible = read(false);
  const headed = visible.some(({ headers }) => headers.length > 0)
    ? visible
    : [...visible, ...read(true)];
  const names = sheets.map(({ name }) => name).join('、');
  if (headed.every(({ headers }) => headers.length === 0)) {
    const values = { sheets: names };
    return { status: 'refused', reason: 'no-header', values, sheets: headed };
  }
  const strangers = headed.map(({ sheet, headers: [header] }) => {
    if (!header) return undefined;
    // Whoever told the columns said what they are; whose titles they are the sheet says.
    return toldOf(sheet) ? schemeIn(sheet, header) : wordOfOtherTrack(sheet, header, track);
  });
  const found = headed.map((each, at) =>
    strangers[at] === null ? each : { ...each, headers: [] },
  );
  if (found.some(({ headers }) => headers.length > 0)) return { status: 'found', sheets: found };
  const word = strangers.find((stranger) => typeof stranger === 'string') ?? '';
  const values = { sheets: names, word };
  return { status: 'refused', reason: 'other-track', values, sheets: found };
}

function titleOf({ titles }: Header): string {
  return titles.join('').normalize('NFKC').replace(/\s/g, '');
}

/** The scheme of another body that the sheet is a list of; `null`: none. */
function schemeIn({ name }: Sheet, header: Header): string | null {
  return schemeOfOthers(`${titleOf(header)} ${name}`);
}

/** The word by which a sheet is of another track; `null`: nothing says so. */
function wordOfOtherTrack(sheet: Sheet, header: Header, { level }: Track): string | null {
  const { places } = header;
  const title = titleOf(header);
  const scheme = schemeIn(sheet, header);
  if (scheme !== null) return scheme;
  const village = places.get('village');
  const township = places.get('township');
  if (level === 'township') return village ? village.heading : titleWord(title, '村庄', '乡镇');
  if (!village && !places.has('name') && township) return township.heading;
  return village ? null : titleWord(title, '乡镇', '村庄');
}

/** A column of mere names leaves it to the title to say what they are names of. */
function titleWord(title: string, other: string, own: string): string | null {
  const word = `森林${other}`;
  return title.includes(word) && !title.includes(`森林${own}`) ? word : null;
}
