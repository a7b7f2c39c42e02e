/** The preview of a ledger in English. */
import type { LedgerRow, RowFault, RowFaultCode } from '../../domain/ledger.ts';
import type * as chinese from '../zh-CN/import.ts';
import { date, list } from './format.ts';

export const verdicts: typeof chinese.verdicts = {
  new: 'New',
  changed: 'Corrected',
  doubt: 'In doubt',
  wrong: 'Wrong',
  same: 'On record',
  'left-out': 'Left out',
};

export const verdictHints: typeof chinese.verdictHints = {
  new: 'Not on record; recorded once you confirm.',
  changed: 'On record with another date; corrected once you confirm.',
  doubt: 'Choose for each row the unit that is meant, or leave the row out.',
  wrong: 'Cannot be imported. Correct the file and upload it again, or leave the row out.',
  same: 'As it is on record; nothing changes.',
  'left-out': 'No unit, or nothing reported of it.',
};

export const meanings: typeof chinese.meanings = {
  county: 'County',
  township: 'Township',
  village: 'Village',
  name: 'Name of the unit',
  code: 'Code',
  stage: 'State',
  effective: 'Date',
  documentNumber: 'Document number',
  documentTitle: 'Document',
  publisher: 'Publisher',
  batch: 'Batch',
  grade: 'Level',
};

export const notTaken: string = 'not imported';

export const faults: typeof chinese.faults = {
  'unknown-name': ({ place, written = '' }) =>
    place ? `There is no “${written}” in ${place}.` : `There is no “${written}”.`,
  'unknown-code': ({ written = '' }) => `There is no code “${written}”.`,
  'not-a-code': ({ written = '' }) =>
    `“${written}” is no division code. A township’s code has 9 digits, a village’s 12.`,
  'lost-digits': ({ written = '' }) =>
    `“${written}” is in scientific notation: its last digits are lost, and it was not used. Format the column as text and fill in the codes again.`,
  'other-place': ({ place = '', name = '' }) =>
    `There is no “${name}” in ${place}, but there is one elsewhere. Check township and county.`,
  ambiguous: ({ place = '', written = '', count = '' }) =>
    `${count} in ${place} are called “${written}”. Fill in the township.`,
  'code-and-name-differ': ({ written = '', unit = '', name, place }) =>
    name === undefined
      ? `The code “${written}” is of “${unit}”, which is not in ${place ?? 'the place given'}. Check the row.`
      : `The code “${written}” is of “${unit}”, but the name is “${name}”. Check the row.`,
  'other-edition': ({ written = '', unit = '', other = '' }) =>
    `Editions of the codes differ: “${written}” is “${unit}” in one and “${other}” in another. Where there is a name, the name and its township decide.`,
  'not-counted': ({ unit = '', kind = '' }) => `“${unit}” (${kind}) does not count for this title.`,
  'other-county': ({ unit = '', scope = '' }) =>
    `“${unit}” is not in ${scope}, which cannot report for it.`,
  'missing-name': () => 'There is neither a name nor a code.',
  'several-names': ({ written = '' }) =>
    `“${written}”: there is more than one name in the cell. Give each name a row of its own, with its date.`,
  'other-title': ({ written = '', title = '' }) =>
    `“${written}” is not the title “${title}”. Titles of different bodies are counted apart; the row is not imported.`,
  'mixed-titles': ({ written = '', title = '' }) =>
    `“${written}” names titles of more than one body, and the date may be of any. Give “${title}” a row of its own.`,
  'missing-date': ({ year }) =>
    year === undefined
      ? 'There is no date. Fill in when the title was given, or choose one date for all rows.'
      : `There is no date. The row mentions ${year}, which need not be when the title was given and was not used. Fill in the date, or choose one date for all rows.`,
  'not-a-date': ({ written = '' }) => `“${written}” is no date. Write 2023, 2023-06 or 2023-06-12.`,
  'date-range': ({ written = '' }) =>
    `“${written}” is a span of time, no date of a title. Write the one year that is meant.`,
  'batch-for-date': ({ written = '' }) =>
    `“${written}” is a batch, no date. Fill in when the title was given, and give batches a column of their own.`,
  'two-digit-year': ({ written = '' }) =>
    `The year of “${written}” has two digits. Write all four.`,
  'one-or-ten': ({ written = '' }) =>
    `“${written}” may be January or October. Write 2023-01 or 2023-10.`,
  future: ({ written = '', today = '' }) => `“${written}” is later than today (${date(today)}).`,
  'before-existence': ({ unit = '', from = '', to = '' }) =>
    `“${unit}” did not exist then: ${existence(from, to)}.`,
  'unknown-stage': ({ written = '', words }) =>
    `There is no state “${written}”.${words === undefined ? '' : ` It may be: ${words}.`}`,
  twice: ({ unit = '', sheet = '', row = '' }) =>
    `“${unit}” already stands in sheet “${sheet}”, row ${row}; only that row is used.`,
  'cell-error': ({ written = '' }) => `The cell holds the error ${written}. Correct it.`,
  'formula-without-value': () =>
    'The cell holds a formula, and the file no result of it. Open and save the file in a spreadsheet, or paste the values.',
  'too-long': ({ written = '', limit }) =>
    `“${written}” is too long${limit === undefined ? '' : `: at most ${limit} characters`}.`,
  'hidden-row': () => 'The row is hidden in the file; it is taken all the same.',
  total: () => 'A row of totals, left out.',
  'repeated-heading': () => 'The headings once more, left out.',
  section: () => 'The heading of a group: the place of the rows below.',
  note: () => 'A note, left out.',
  'no-name': () => 'A place, but neither a name nor a date; left out.',
  'no-status': () => 'Neither state nor date is given, left out.',
  inferred: () => 'The state is an inference, nothing that was reported; left out.',
  'chosen-out': () => 'Left out by choice.',
};

function existence(from: string, to: string): string {
  if (from !== '' && to !== '') return `it existed from ${date(from)} to ${date(to)}`;
  return from === '' ? `it ended after ${date(to)}` : `it began on ${date(from)}`;
}

export const refusals: typeof chinese.refusals = {
  'no-header': ({ sheets = '' }) =>
    `No row of headings was found (sheets looked at: ${sheets}). Keep the row that names the columns, such as township, village or code.`,
  'no-rows': ({ sheets = '' }) => `Sheet “${sheets}” has headings, but nothing under them.`,
  'no-told-rows': ({ sheets = '' }) =>
    `On sheet “${sheets}” the column chosen for names or codes holds nothing to read from the first row given. Check the columns and the number of the first row.`,
  'other-track': ({ word = '' }) =>
    `The file says “${word}”, which is another title than the one chosen. Choose that title, or another file.`,
};

export function faultSentence(
  { number, candidates }: Pick<LedgerRow, 'number' | 'candidates'>,
  fault: RowFault,
): string {
  const heading = fault.values?.['heading'] ?? '';
  const bare = fault.column === null ? '' : `, column ${fault.column}`;
  const where = `Row ${number}${heading === '' ? bare : `, “${heading}”`}`;
  const names = candidates.map(({ path }) => path.join(' '));
  const near =
    offering.has(fault.code) && names.length > 0 ? ` ${nearWord(fault.code)}: ${list(names)}.` : '';
  return `${where}: ${faults[fault.code](fault.values ?? {})}${near}`;
}

const offering: ReadonlySet<RowFaultCode> = new Set([
  'unknown-name',
  'other-place',
  'ambiguous',
  'code-and-name-differ',
]);

function nearWord(code: RowFaultCode): string {
  return code === 'unknown-name' ? 'The nearest are' : 'To choose from';
}

export function headerFound(row: number | null): string {
  return row === null ? 'No ledger of this title; not read' : `Headings in row ${row}`;
}
