/** Which sheets of a workbook hold a ledger of the track. */
import type { Track } from '../../domain/programme.ts';
import type { Sheet } from '../spreadsheet/workbook.ts';
import { findHeaders, type Header } from './find-header.ts';
import { schemeOfOthers } from './other-scheme.ts';
import type { LedgerReading } from './preview.ts';
import { isTemplateSheet } from './template-sheet.ts';

export interface FoundSheet {
  readonly sheet: Sheet;
  /** One for each of the tables side by side; none: no ledger of this track. */
  readonly headers: readonly Header[];
}

type FoundLedgers =
  | { readonly status: 'found'; readonly sheets: readonly FoundSheet[] }
  | Extract<LedgerReading, { status: 'refused' }>;

/** The ledgers on the visible sheets, or where there are none on the hidden ones; never the template's own. */
export function findLedgers(all: readonly Sheet[], track: Track): FoundLedgers {
  const sheets = all.filter((sheet) => !isTemplateSheet(sheet));
  const read = (isHidden: boolean): readonly FoundSheet[] =>
    sheets
      .filter((sheet) => sheet.isHidden === isHidden)
      .map((sheet) => ({ sheet, headers: findHeaders(sheet, track.level) }));
  const visible = read(false);
  const headed = visible.some(({ headers }) => headers.length > 0)
    ? visible
    : [...visible, ...read(true)];
  const names = sheets.map(({ name }) => name).join('、');
  if (headed.every(({ headers }) => headers.length === 0)) {
    return { status: 'refused', reason: 'no-header', values: { sheets: names } };
  }
  const strangers = headed.map(
    ({ sheet, headers: [header] }) => header && wordOfOtherTrack(sheet, header, track),
  );
  const found = headed.map((each, at) =>
    strangers[at] === null ? each : { ...each, headers: [] },
  );
  if (found.some(({ headers }) => headers.length > 0)) return { status: 'found', sheets: found };
  const word = strangers.find((stranger) => typeof stranger === 'string') ?? '';
  return { status: 'refused', reason: 'other-track', values: { sheets: names, word } };
}

/** The word by which a sheet is of another track; `null`: nothing says so. */
function wordOfOtherTrack(
  { name }: Sheet,
  { places, titles }: Header,
  { level }: Track,
): string | null {
  const title = titles.join('').normalize('NFKC').replace(/\s/g, '');
  const scheme = schemeOfOthers(`${title} ${name}`);
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
