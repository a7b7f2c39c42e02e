/** What mutation starts from: sound files, and every small one of the bad files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { badSpreadsheets } from '../bad-files/spreadsheet.ts';
import { usualHeadings } from '../../src/lib/server/import/usual-ledger.ts';
import { writeWorkbook } from '../../src/lib/export/xlsx/write-workbook.ts';
import type { FuzzFile } from './fuzz-case.ts';

/** Bytes. Larger ones are bombs and their like: slow by nature, and one byte changed rarely makes them other. */
const most = 12_000;
/** How many of a thousand seeds are large. */
const largeShare = 5;

const template: FuzzFile = {
  name: 'template.xlsx',
  bytes: writeWorkbook({
    sheets: [
      {
        name: '名单',
        titleRows: ['廊坊市2023年市级森林村庄名单', '填报单位：安次区'],
        columns: usualHeadings.map((heading, at) => ({
          heading,
          width: 12,
          ...(at === 2 && { choices: { sheet: '选项', column: 1 } }),
        })),
        rows: [
          [1, '安次区', '落垡镇', '张场村', 2023, '廊林〔2023〕1号', ''],
          [2, '安次区', '落垡镇', '大王庄村委会', '2023年6月', '', '无'],
        ],
      },
      {
        name: '选项',
        isHidden: true,
        columns: [{ heading: '乡镇', width: 9 }],
        rows: [['落垡镇'], ['码头镇']],
      },
    ],
    properties: { title: '名单', created: '2026-01-01T00:00:00Z' },
  }),
};

/** Those small enough, as they are; the large ones rarely. */
function chosenFrom(files: readonly FuzzFile[]): fc.Arbitrary<FuzzFile> {
  const small = files.filter(({ bytes }) => bytes.length <= most);
  const large = files.filter(({ bytes }) => bytes.length > most);
  const usual = fc.constantFrom(...small);
  if (large.length === 0) return usual;
  return fc.oneof(
    { weight: 1000 - largeShare, arbitrary: usual },
    { weight: largeShare, arbitrary: fc.constantFrom(...large) },
  );
}

const isZip = ({ bytes }: FuzzFile): boolean =>
  Buffer.from(bytes).subarray(0, 2).toString() === 'PK';
const folder = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'bad-files');

/** As `npm run bad-files` keeps them: some take seconds to make. */
const kept = (half: string): readonly FuzzFile[] =>
  readdirSync(join(folder, half)).map((name) => ({
    name,
    bytes: readFileSync(join(folder, half, name)),
  }));

const spreadsheets = [template, ...kept('spreadsheet')];
const geodata = kept('geo');

export const zippedSheets = chosenFrom(spreadsheets.filter(isZip));
export const textTables = chosenFrom(spreadsheets.filter((file) => !isZip(file)));
export const zippedShapes = chosenFrom(geodata.filter(isZip));
export const jsonPlaces = chosenFrom(geodata.filter((file) => !isZip(file)));

const readable = new Set(
  badSpreadsheets.flatMap(({ name, expect }) => ('read' in expect ? [name] : [])),
);

/** Workbooks that are read, so that their parts can be changed one by one. */
export const soundWorkbooks: readonly FuzzFile[] = spreadsheets.filter(
  (file) => isZip(file) && (file === template || readable.has(file.name)),
);
