/** Which sheets of a workbook hold a ledger of the track. */
import type { Track } from '../../domain/programme.ts';
import type { Sheet } from '../spreadsheet/workbook.ts';
import { findHeader, type Header } from './find-header.ts';
import type { LedgerReading } from './preview.ts';
import { isTemplateSheet } from './template-sheet.ts';

export interface FoundSheet {
  readonly sheet: Sheet;
  /** `null`: no ledger of this track. */
  readonly header: Header | null;
}

type FoundLedgers =
  | { readonly status: 'found'; readonly sheets: readonly FoundSheet[] }
  | Extract<LedgerReading, { status: 'refused' }>;

/** Titles of other bodies for much the same places (FACTS: three schemes, never mixed). */
const otherScheme = /(?:省级|国家级?)森林(?:乡村|村庄|乡镇|村)/;

/** The ledgers on the visible sheets, or where there are none on the hidden ones; never the template's own. */
export function findLedgers(all: readonly Sheet[], track: Track): FoundLedgers {
  const sheets = all.filter((sheet) => !isTemplateSheet(sheet));
  const visible = readSheets(
    sheets.filter(({ isHidden }) => !isHidden),
    track,
  );
  const read = visible.some(({ header }) => header)
    ? visible
    : [
        ...visible,
        ...readSheets(
          sheets.filter(({ isHidden }) => isHidden),
          track,
        ),
      ];
  const names = sheets.map(({ name }) => name).join('、');
  if (read.every(({ header }) => header === null)) {
    return { status: 'refused', reason: 'no-header', values: { sheets: names } };
  }
  const strangers = read.map(({ header }) => header && wordOfOtherTrack(header, track));
  const found = read.map(({ sheet, header }, at) => ({
    sheet,
    header: strangers[at] === null ? header : null,
  }));
  if (found.some(({ header }) => header !== null)) return { status: 'found', sheets: found };
  const word = strangers.find((stranger) => stranger !== null) ?? '';
  return { status: 'refused', reason: 'other-track', values: { sheets: names, word } };
}

function readSheets(sheets: readonly Sheet[], { level }: Track): readonly FoundSheet[] {
  return sheets.map((sheet) => ({ sheet, header: findHeader(sheet, level) }));
}

/** The word by which a sheet is of another track; `null`: nothing says so. */
function wordOfOtherTrack({ places, titles }: Header, { level }: Track): string | null {
  const title = titles.join('').normalize('NFKC').replace(/\s/g, '');
  const scheme = otherScheme.exec(title)?.[0];
  if (scheme !== undefined && !title.includes('市级')) return scheme;
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
