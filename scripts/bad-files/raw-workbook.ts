/** A workbook put together part by part, so that each part can be wrong. */
import { rawZip, type RawPart } from './raw-zip.ts';

export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const start = '<?xml version="1.0" encoding="UTF-8"?>';

export interface RawSheet {
  readonly name: string;
  /** The whole XML of the sheet. */
  readonly xml: string;
  readonly state?: 'hidden' | 'veryHidden';
}

export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
  readonly sharedTexts?: readonly string[];
  /** Number formats of cell styles 1, 2, 3 …; style 0 is General. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
}

/** A sheet with these rows (XML), and what follows them. */
export function sheet(rows: string, after = '', before = ''): string {
  return `${start}<worksheet xmlns="${mainNamespace}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A row of texts, written into the sheet itself. */
export function textRow(number: number, texts: readonly string[], attributes = ''): string {
  const cells = texts.map((text, at) =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + at)}${number}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
  );
  return `<row r="${number}"${attributes}>${cells.join('')}</row>`;
}

/** The parts of the workbook; a part in `changed` stands in the place of its own, or is left out (`null`). */
export function workbookParts(
  { sheets, sharedTexts = [], formats = [], is1904 = false }: RawWorkbook,
  changed: Readonly<Record<string, string | Uint8Array | null>> = {},
): readonly RawPart[] {
  const xml: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': `${start}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${start}<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelations}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${start}<Relationships xmlns="${packageRelations}">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="shared" Type="${officeRelations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="styles" Type="${officeRelations}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `${start}<sst xmlns="${mainNamespace}">${sharedTexts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': styles(formats),
    ...Object.fromEntries(sheets.map((each, at) => [`xl/worksheets/sheet${at + 1}.xml`, each.xml])),
    ...changed,
  };
  return Object.entries(xml).flatMap(([name, text]) =>
    text === null ? [] : [{ name, bytes: Buffer.from(text) }],
  );
}

export function rawWorkbook(
  workbook: RawWorkbook,
  changed: Readonly<Record<string, string | Uint8Array | null>> = {},
): Buffer {
  return rawZip(workbookParts(workbook, changed));
}

/** A workbook of one sheet with these rows (XML). */
export function oneSheet(
  rows: string,
  more: Partial<RawWorkbook> = {},
  after = '',
  before = '',
): Buffer {
  return rawWorkbook({ sheets: [{ name: '台账', xml: sheet(rows, after, before) }], ...more });
}

/** A cell with a value as the file carries it. */
export function valueCell(place: string, value: string, attributes = ''): string {
  return `<c r="${place}"${attributes}><v>${value}</v></c>`;
}

function contentTypes(count: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = Array.from(
    { length: count },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return `${start}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${sheets.join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`;
}

function styles(formats: readonly (number | string)[]): string {
  const own = formats.flatMap((format, at) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${200 + at}" formatCode="${format.replaceAll('"', '&quot;')}"/>`]
      : [],
  );
  const xfs = formats.map(
    (format, at) =>
      `<xf numFmtId="${typeof format === 'string' ? 200 + at : format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return `${start}<styleSheet xmlns="${mainNamespace}">${own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${xfs.length + 1}"><xf numFmtId="0" xfId="0"/>${xfs.join('')}</cellXfs></styleSheet>`;
}
