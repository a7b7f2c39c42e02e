/** Puts sheets together into the bytes of an .xlsx. */
import { escapeXml } from './excel-text.ts';
import { sheetXml, SharedTexts, xmlStart, type PlainSheet } from './sheet-xml.ts';
import { stylesXml } from './styles-xml.ts';
import { writeZip } from './zip-writer.ts';

/** What the file says of itself, in Excel under 文件 → 信息. */
export interface WorkbookProperties {
  readonly title?: string;
  readonly creator?: string;
  /** Source, date, licence: whatever must not be lost with the page. */
  readonly description?: string;
  /** ISO 8601, with time and zone. */
  readonly created?: string;
}

const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The sheets' names must be valid and unlike each other. The same input gives the same bytes. */
export function packSheets(
  sheets: readonly PlainSheet[],
  properties: WorkbookProperties,
): Uint8Array {
  const texts = new SharedTexts();
  const parts: (readonly [name: string, xml: string])[] = sheets.map((sheet, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    sheetXml(sheet, texts),
  ]);
  return writeZip(
    [
      ['[Content_Types].xml', contentTypes(sheets.length)] as const,
      [
        '_rels/.rels',
        relations([
          [`${officeRelations}/officeDocument`, 'xl/workbook.xml'],
          [`${packageRelations}/metadata/core-properties`, 'docProps/core.xml'],
        ]),
      ] as const,
      ['docProps/core.xml', core(properties)] as const,
      ['xl/workbook.xml', workbook(sheets)] as const,
      ['xl/_rels/workbook.xml.rels', workbookRelations(sheets.length)] as const,
      ['xl/styles.xml', stylesXml] as const,
      ...parts,
      // Last: writing the sheets collects them.
      ['xl/sharedStrings.xml', texts.xml()] as const,
    ].map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })),
  );
}

function contentTypes(sheetCount: number): string {
  const overrides = [
    ['/xl/workbook.xml', `${officeTypes}.sheet.main+xml`],
    ...Array.from({ length: sheetCount }, (_, index) => [
      `/xl/worksheets/sheet${index + 1}.xml`,
      `${officeTypes}.worksheet+xml`,
    ]),
    ['/xl/styles.xml', `${officeTypes}.styles+xml`],
    ['/xl/sharedStrings.xml', `${officeTypes}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${xmlStart}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${xmlStart}<Relationships xmlns="${packageRelations}">${each.join('')}</Relationships>`;
}

function workbookRelations(sheetCount: number): string {
  return relations([
    ...Array.from(
      { length: sheetCount },
      (_, index) => [`${officeRelations}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
    ),
    [`${officeRelations}/styles`, 'styles.xml'],
    [`${officeRelations}/sharedStrings`, 'sharedStrings.xml'],
  ]);
}

function workbook(sheets: readonly PlainSheet[]): string {
  const each = sheets.map(({ name, isHidden }, index) => {
    const state = isHidden ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  // Opened at the first sheet that is shown.
  const active = Math.max(
    0,
    sheets.findIndex(({ isHidden }) => !isHidden),
  );
  return `${xmlStart}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeRelations}"><bookViews><workbookView activeTab="${active}" firstSheet="${active}"/></bookViews><sheets>${each.join('')}</sheets></workbook>`;
}

function core({ title, creator, description, created }: WorkbookProperties): string {
  const element = (name: string, text: string | undefined, attributes = ''): string =>
    text === undefined ? '' : `<${name}${attributes}>${escapeXml(text)}</${name}>`;
  return [
    `${xmlStart}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    element('dc:title', title),
    element('dc:creator', creator),
    element('dc:description', description),
    element('dcterms:created', created, ' xsi:type="dcterms:W3CDTF"'),
    '</cp:coreProperties>',
  ].join('');
}
