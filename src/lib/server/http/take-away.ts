/** What a page shows, as a file of the kind asked for. */
import type { Day } from '../../domain/date.ts';
import { mediaTypes, type ExportFormat } from '../../export/format.ts';
import type { ExportTable } from '../../export/table.ts';
import { tableCsv } from '../../export/table-csv.ts';
import { tableShapefile } from '../../export/table-shapefile.ts';
import { tableWorkbook } from '../../export/table-workbook.ts';
import type { Language } from '../../i18n/language.ts';
import { sentences } from '../../i18n/sentences.ts';
import type { FileName, MachineAnswer } from './machine-answer.ts';
import { problemResponse } from './problem.ts';

export interface TakenAway {
  readonly table: ExportTable;
  /** What the file says of itself; the title first. */
  readonly notes: readonly string[];
  /** Of the sheet of the table. */
  readonly sheet: string;
  /** Of the files of a shapefile. */
  readonly layer: string;
  /** Without the ending. */
  readonly saveAs: FileName;
  readonly geojson: () => object;
  readonly today: Day;
  readonly lang: Language;
}

/** The file; a problem where a shapefile is asked for and nothing has a position. */
export function takeAway(format: ExportFormat, taken: TakenAway): MachineAnswer | Response {
  const body = bodyOf(format, taken);
  if (body === null) return problemResponse({ kind: 'no-positions' }, taken.lang);
  const { full, ascii } = taken.saveAs;
  return {
    type: mediaTypes[format],
    body,
    saveAs: { full: `${full}.${format}`, ascii: `${ascii}.${format}` },
  };
}

function bodyOf(format: ExportFormat, taken: TakenAway): MachineAnswer['body'] | null {
  const { table, notes, sheet, layer, today, lang } = taken;
  switch (format) {
    case 'csv':
      return tableCsv(table);
    case 'geojson':
      return JSON.stringify(taken.geojson());
    case 'xlsx': {
      const { notesSheet } = sentences[lang].download;
      return new Uint8Array(tableWorkbook(table, { sheet, notesSheet, notes }));
    }
    case 'shp.zip': {
      const made = tableShapefile(table, { name: layer, day: today, notes });
      return made && new Uint8Array(made.bytes);
    }
  }
}
