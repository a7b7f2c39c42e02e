/** What the parts beside the sheets say: where the sheets are, which cell formats show a day, the shared texts. */
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';
import type { Archive } from './archive.ts';
import { isBuiltInDayFormat, isDayFormat } from './excel-day.ts';
import { decodeExcelText } from '../../export/xlsx/excel-text.ts';
import { mostSheets, mostText } from './limits.ts';
import { walkXml, type Attributes, type XmlReader } from './walk-xml.ts';

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** Of its part in the zip. */
  readonly path: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly is1904: boolean;
  readonly sharedTexts: readonly string[];
  /** By the number of a cell format. */
  readonly isDayStyle: readonly boolean[];
}

type ReadParts =
  | { readonly status: 'read'; readonly parts: WorkbookParts }
  | {
      readonly status: 'refused';
      readonly reason: WorkbookRefusal;
      readonly values?: Readonly<Record<string, string>>;
    };

interface Relation {
  readonly type: string;
  readonly path: string;
}

/** Reads them all. A workbook without formats or shared texts is whole; one without sheets is not. */
export async function readParts(archive: Archive): Promise<ReadParts> {
  const ofPackage = new Map<string, Relation>();
  const rels = await readPart(archive, '_rels/.rels', relationReader('', ofPackage));
  if (rels !== null) return { status: 'refused', reason: rels };
  const workbookPath = pathOf(ofPackage, '/officeDocument');
  if (workbookPath === null) return { status: 'refused', reason: 'not-a-table' };

  const relations = new Map<string, Relation>();
  const found: { name: string; isHidden: boolean; relation: string }[] = [];
  const date = { is1904: false };
  const reason =
    (await readPart(archive, relationsOf(workbookPath), relationReader(workbookPath, relations))) ??
    (await readPart(archive, workbookPath, workbookReader(found, date)));
  if (reason !== null) return { status: 'refused', reason };
  if (found.length > mostSheets) {
    const values = { sheets: String(found.length), limit: String(mostSheets) };
    return { status: 'refused', reason: 'too-many-sheets', values };
  }

  const sheets: SheetEntry[] = [];
  const names = new Set<string>();
  for (const { name, isHidden, relation } of found) {
    // Excel opens no such file either: a row is told by its sheet's name, and it would be two sheets' row.
    if (names.has(name.toLowerCase())) return { status: 'refused', reason: 'damaged' };
    names.add(name.toLowerCase());
    const target = relations.get(relation);
    if (target === undefined) return { status: 'refused', reason: 'damaged' };
    if (/macrosheet$/i.test(target.type)) return { status: 'refused', reason: 'macros' };
    // Sheets that are a chart or a dialogue hold no cells.
    if (target.type.endsWith('/worksheet')) sheets.push({ name, isHidden, path: target.path });
  }

  const sharedTexts: string[] = [];
  const isDayStyle: boolean[] = [];
  const texts = pathOf(relations, '/sharedStrings');
  const styles = pathOf(relations, '/styles');
  const fault =
    (texts === null ? null : await readPart(archive, texts, sharedTextReader(sharedTexts))) ??
    (styles === null ? null : await readPart(archive, styles, styleReader(isDayStyle)));
  if (fault !== null) return { status: 'refused', reason: fault };
  return { status: 'read', parts: { sheets, is1904: date.is1904, sharedTexts, isDayStyle } };
}

/** Walks a part that must be there. */
export async function readPart(
  archive: Archive,
  path: string,
  reader: XmlReader,
): Promise<WorkbookRefusal | null> {
  const bytes = await archive.open(path);
  return bytes === null ? 'damaged' : walkXml(bytes, reader);
}

function pathOf(relations: ReadonlyMap<string, Relation>, type: string): string | null {
  // The types of transitional and strict OOXML differ in all but their last word.
  const found = [...relations.values()].find((relation) => relation.type.endsWith(type));
  return found?.path ?? null;
}

/** Where the relations of a part stand: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationsOf(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

const nothing = { text: () => undefined, close: () => undefined };

function relationReader(source: string, into: Map<string, Relation>): XmlReader {
  return {
    ...nothing,
    open: (name, { Id: id, Type: type, Target: target, TargetMode: mode }) => {
      if (name !== 'Relationship' || mode === 'External') return undefined;
      if (id === undefined || type === undefined || target === undefined) return 'damaged';
      if (!URL.canParse(target, `zip:///${source}`)) return 'damaged';
      const path = new URL(target, `zip:///${source}`).pathname.slice(1);
      into.set(id, { type, path: decodePath(path) });
      return undefined;
    },
  };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray % stands for itself.
    return path;
  }
}

function workbookReader(
  sheets: { name: string; isHidden: boolean; relation: string }[],
  date: { is1904: boolean },
): XmlReader {
  return {
    ...nothing,
    open: (name, attributes) => {
      if (name === 'workbookPr') date.is1904 = isOn(attributes['date1904']);
      if (name !== 'sheet') return undefined;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const title = attributes['name'];
      if (relation === undefined || title === undefined) return 'damaged';
      const isHidden = ['hidden', 'veryHidden'].includes(attributes['state'] ?? '');
      sheets.push({ name: decodeExcelText(title), isHidden, relation });
      return undefined;
    },
  };
}

/** Whether an XML boolean is on. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** Texts with all their runs, without the readings (拼音) that may stand beside them. */
function sharedTextReader(into: string[]): XmlReader {
  let text = '';
  let isText = false;
  let readings = 0;
  let total = 0;
  return {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') readings += 1;
      isText = name === 't' && readings === 0;
      return undefined;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') readings -= 1;
      if (name !== 'si') return undefined;
      total += text.length;
      into.push(decodeExcelText(text));
      return total > mostText ? 'unpacks-too-large' : undefined;
    },
  };
}

function styleReader(isDayStyle: boolean[]): XmlReader {
  const isDay = new Map<number, boolean>();
  let isCellFormat = false;
  const format = ({ numFmtId: id }: Attributes): boolean => {
    const number = Number(id ?? 0);
    return isDay.get(number) ?? isBuiltInDayFormat(number);
  };
  return {
    ...nothing,
    open: (name, attributes) => {
      if (name === 'cellXfs') isCellFormat = true;
      // Attributes hold their text with XML's own escapes undone, and no others.
      if (name === 'numFmt')
        isDay.set(Number(attributes['numFmtId']), isDayFormat(attributes['formatCode'] ?? ''));
      if (name === 'xf' && isCellFormat) isDayStyle.push(format(attributes));
      return undefined;
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormat = false;
      return undefined;
    },
  };
}
