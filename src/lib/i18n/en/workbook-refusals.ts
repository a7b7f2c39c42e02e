/** Why a file was not read, and what the person who sent it can do. */
import type { workbookRefusals as Chinese, RefusalValues } from '../zh-CN/workbook-refusals.ts';

const inSheet = ({ sheet }: RefusalValues): string =>
  sheet === undefined ? 'The file' : `The sheet “${sheet}”`;

export const workbookRefusals: typeof Chinese = {
  empty: () =>
    'There is nothing in the file. Check that it is the right one, open and save it in Excel, and upload it again.',
  'too-large': ({ size, thousands, limit }) => {
    if (size !== undefined && limit !== undefined) {
      return `The file has ${size} MB; at most ${limit} MB. Keep only the sheets and rows that are needed, remove pictures, and upload it again.`;
    }
    if (thousands !== undefined && limit !== undefined) {
      return `What was pasted has ${thousands} thousand characters; at most ${limit} thousand. Paste it in parts, or upload a file.`;
    }
    return 'This is too large. Keep only the sheets and rows that are needed, remove pictures, and try again.';
  },
  'not-a-table': () =>
    'This is not a table: it may be a picture, a PDF, a Word document or another file. Upload an .xlsx or .csv file.',
  'old-xls': () =>
    'This is an .xls file of Excel 97–2003. Open it in Excel or WPS, save it as “Excel Workbook (.xlsx)”, and upload that.',
  'other-workbook': () =>
    'This is a workbook of another kind (.ods or .xlsb, for example). Save it as “Excel Workbook (.xlsx)” and upload that.',
  html: () =>
    'This is a web page or an XML file with the ending of a workbook, as some systems’ “export to Excel” makes them. Open it in Excel or WPS, save it as “Excel Workbook (.xlsx)”, and upload that.',
  password: () =>
    'The file needs a password to open. Remove the password in Excel, save, and upload it again.',
  macros: () =>
    'The file contains macros. Save it as “Excel Workbook (.xlsx)”, without macros, and upload that.',
  damaged: (values) =>
    values['row'] !== undefined
      ? `From row ${values['row']} on, a quotation mark (") has no partner, so the rest cannot be read with certainty. Add or remove it and try again.`
      : `${inSheet(values)} is damaged or incomplete. Open it in Excel, let Excel repair it, save it as a new file, and upload that.`,
  'unpacks-too-large': (values) =>
    `${inSheet(values)} holds far more than a ledger when unpacked. Copy the rows that are needed into a new workbook and upload that.`,
  'too-many-parts': () =>
    'The file consists of more parts than a ledger has. Copy the rows that are needed into a new workbook and upload that.',
  entities: () =>
    'The file contains declarations that do not belong in a table; for safety it was not read. Copy the rows that are needed into a new workbook and upload that.',
  'too-many-sheets': ({ sheets, limit }) =>
    sheets === undefined || limit === undefined
      ? 'There are too many sheets. Delete those that are not needed and upload the file again.'
      : `The file has ${sheets} sheets; at most ${limit} are read. Delete those that are not needed and upload it again.`,
  'too-many-rows': (values) =>
    `${inSheet(values)} has too many rows (at most 100,000 with content, 150,000 with the empty ones). If the rows below the data are empty but formatted, select and delete them, save, and upload the file again.`,
  'too-many-columns': (values) =>
    `${inSheet(values)} has too many columns; at most 200 are read. Delete those that are not needed and upload the file again.`,
  'unknown-encoding': ({ line }) =>
    line === undefined
      ? 'The encoding of the text cannot be told. Open the file in Excel or WPS, check that the text is shown right, save it as “Excel Workbook (.xlsx)”, and upload that.'
      : `The file mixes two encodings of text; one of them appears in line ${line}. Open the parts in Excel one by one, put them together, save as “Excel Workbook (.xlsx)”, and upload that.`,
  'too-slow': () =>
    'Reading took too long or too much memory and was stopped. Copy the rows that are needed into a new workbook, or send them in several files.',
  'no-rows': () =>
    'No row of the file has anything in it. Check that the data were saved, and that no merged cell covers them.',
};
