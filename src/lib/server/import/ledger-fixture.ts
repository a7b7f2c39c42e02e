/** The data of 廊坊 and small workbooks, for the tests of the import. */
import type { LedgerPreview, RowChoices } from '../../domain/ledger.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import { readDataDirectory } from '../data/read-data-directory.ts';
import type { Merge, Workbook } from '../spreadsheet/workbook.ts';
import type { LedgerContext } from './preview.ts';
import { previewLedger } from './preview-ledger.ts';
import { usualRow } from './usual-ledger.ts';

const directory = readDataDirectory('data');
if (directory.status === 'invalid') throw new Error('The data of this repository do not validate.');

/** The divisions of the prefecture, and nothing known of any village or township. */
export const siteData: ProgrammeData = directory.site.data;

export const villageContext: LedgerContext = {
  data: siteData,
  track: 'village',
  division: '131000',
  today: '2026-11-24',
};

/** The preview of a workbook that is no refusal. */
export function previewed(
  workbook: Workbook,
  context: Partial<LedgerContext> = {},
  choices: RowChoices = {},
): LedgerPreview {
  const reading = previewLedger(workbook, { ...villageContext, ...context }, choices);
  if (reading.status === 'refused') throw new Error(`refused: ${reading.reason}`);
  return reading.preview;
}

export type Values = readonly (readonly (string | number)[])[];

/** A workbook of one sheet, its rows numbered from 1. */
export function workbookOf(
  rows: Values,
  rest: { readonly merges?: readonly Merge[]; readonly kind?: Workbook['kind'] } = {},
): Workbook {
  const sheet = {
    name: '名单',
    isHidden: false,
    rows: rows.map((values, at) => usualRow(at + 1, values)),
    merges: rest.merges ?? [],
  };
  return { kind: rest.kind ?? 'xlsx', encoding: null, sheets: [sheet] };
}
