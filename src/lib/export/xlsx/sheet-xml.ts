/** The XML of one sheet that we write, and of the texts all sheets share. */
import { columnLetters } from './column-letters.ts';
import { encodeExcelText, escapeXml } from './excel-text.ts';

export type CellValue = string | number | null;

/** By their place among the cell formats of styles-xml.ts. */
export const cellStyles = { plain: 0, text: 1, heading: 2, title: 3, note: 4 } as const;
export type CellStyle = keyof typeof cellStyles;

export interface PlainRow {
  /** From 1, ascending. */
  readonly number: number;
  readonly style: CellStyle;
  readonly cells: readonly CellValue[];
}

export interface PlainColumn {
  /** In widths of a digit; a Chinese character takes two. */
  readonly width: number;
  /** What is typed into it stays as typed: a code of 12 digits, a number with a leading zero. */
  readonly isText: boolean;
}

/** A drop-down list in an area: `A2:A20`, from `'名单'!$A$2:$A$9`. */
export interface Validation {
  readonly area: string;
  readonly source: string;
}

export interface PlainSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly frozenRows: number;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly PlainRow[];
  readonly validations: readonly Validation[];
}

/** Longer text makes Excel call the whole workbook broken. */
export const longestText = 32_767;

const spreadsheetml = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const xmlStart = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Each text once, in the order of its first use. */
export class SharedTexts {
  readonly #places = new Map<string, number>();

  placeOf(text: string): number {
    const place = this.#places.get(text) ?? this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  xml(): string {
    const items = [...this.#places.keys()].map(
      (text) => `<si><t xml:space="preserve">${encodeExcelText(text)}</t></si>`,
    );
    return `${xmlStart}<sst xmlns="${spreadsheetml}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

/** Text is written as text and never as a formula, whatever it begins with. */
export function sheetXml(sheet: PlainSheet, texts: SharedTexts): string {
  const { frozenRows, columns, rows, validations } = sheet;
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  // The order of the parts is fixed by the schema; Excel refuses any other.
  return [
    `${xmlStart}<worksheet xmlns="${spreadsheetml}">`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="18"/>',
    columns.length === 0 ? '' : `<cols>${columns.map(columnXml).join('')}</cols>`,
    `<sheetData>${rows.map((row) => rowXml(row, columns, texts)).join('')}</sheetData>`,
    validationsXml(validations),
    '</worksheet>',
  ].join('');
}

function columnXml({ width, isText }: PlainColumn, index: number): string {
  const style = isText ? ` style="${cellStyles.text}"` : '';
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${style}/>`;
}

function rowXml(row: PlainRow, columns: readonly PlainColumn[], texts: SharedTexts): string {
  const cells = row.cells.map((value, index) => {
    if (value === null || value === '') return '';
    const place = `${columnLetters(index + 1)}${row.number}`;
    // In a column of text a number written plainly would be shown right-aligned beside its neighbours.
    const style = row.style === 'plain' && columns[index]?.isText === true ? 'text' : row.style;
    if (typeof value === 'number' && Number.isFinite(value))
      return `<c r="${place}" s="${cellStyles[row.style]}"><v>${value}</v></c>`;
    const text = fitting(String(value));
    return `<c r="${place}" s="${cellStyles[style]}" t="s"><v>${texts.placeOf(text)}</v></c>`;
  });
  return `<row r="${row.number}">${cells.join('')}</row>`;
}

/** Cut with a mark where it is longer than a cell can be. */
function fitting(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return '';
  const each = validations.map(
    ({ area, source }) =>
      // A ledger may hold a name that is not in the list: Excel warns, and lets it stand.
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${area}"><formula1>${escapeXml(source)}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`;
}
