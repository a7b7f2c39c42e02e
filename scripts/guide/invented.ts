/** What the guide reports: invented documents, lists and positions, of real names. */
import { readFileSync } from 'node:fs';
import type { Division } from '../../src/lib/domain/division.ts';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';
import {
  shortName,
  usualHeadings,
  usualLedger,
  usualRow,
} from '../../src/lib/server/import/usual-ledger.ts';
import type { CountyCollection } from '../../src/lib/map/geometry.ts';
import type { Workbook } from '../../src/lib/server/spreadsheet/workbook.ts';
import { pdfDocument } from '../../tests/office/document.ts';
import { ledgerFile } from '../../tests/office/ledger-file.ts';
import { asGeojson, madeUpPlaces } from '../../tests/office/made-up-places.ts';
import type { Uploaded } from './upload.ts';

/** The document of every report. */
export const invented = {
  title: '关于授予省级森林城市称号的通知（演示）',
  publisher: '演示机关',
  file: { name: '通知（演示）.pdf', mimeType: 'application/pdf', buffer: pdfDocument('演示') },
} as const;

function demonstration() {
  const read = readDataDirectory('data/demo');
  if (read.status === 'invalid') throw new Error('The demonstration data do not validate.');
  return read.site.data;
}

function excelFile(name: string, workbook: Workbook): Uploaded {
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: ledgerFile(workbook),
  };
}

/** The whole city's list of 250 villages, with three rows to mend. */
export function cityLedger(): Uploaded {
  const { workbook } = usualLedger(demonstration().divisions, { year: 2025 });
  return excelFile('2025年全市名单（演示）.xlsx', workbook);
}

/** A county's list: villages that are on record, new ones, and a row of each kind of mistake. */
export function countyLedger(county: string): Uploaded {
  const { divisions, status } = demonstration();
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const isOfTownship = ({ code, kind }: Division) =>
    kind === '村' && code.startsWith(county) && Number(code.slice(6, 9)) < 400;
  const recorded = status.events.flatMap((event) => {
    const village = byCode.get(event.division);
    const isNamed =
      event.kind === 'reached' && event.track === 'village' && event.stage === 'named';
    return village && isNamed && isOfTownship(village) ? [{ village, date: event.effective }] : [];
  });
  const known = new Set(recorded.map(({ village }) => village.code));
  const fresh = divisions
    .filter((village) => isOfTownship(village) && !known.has(village.code))
    .map((village) => ({ village, date: '2025-11' }));
  const row = ({ village, date }: { village: Division; date: string }, name = village.name) => [
    byCode.get(county)?.name ?? '',
    byCode.get(village.parent ?? '')?.name ?? '',
    `${shortName(name)}村委会`,
    date,
  ];
  // One sound, another character: as it comes out of a keyboard.
  const misspelt = fresh.find(({ village }) => village.name.startsWith('王'));
  const [undated, ...others] = fresh.filter((each, at) => at % 40 === 3 && each !== misspelt);
  const [corrected, ...same] = recorded.slice(0, 4);
  const rows = [
    ...[...others, ...same].map((each) => row(each)),
    ...(corrected ? [row({ ...corrected, date: '2019-06' })] : []),
    ...(misspelt ? [row(misspelt, misspelt.village.name.replace('王', '汪'))] : []),
    ...(undated ? [row({ ...undated, date: '十一月' })] : []),
  ];
  const headings = [...usualHeadings.slice(0, 4), '认定日期'];
  const sheetRows = [
    usualRow(1, ['2025年市级森林村庄名单（演示）']),
    usualRow(2, headings),
    ...rows.map((cells, at) => usualRow(at + 3, [at + 1, ...cells])),
    usualRow(rows.length + 3, ['合计', '', '', `${rows.length}个`]),
  ];
  const merges = [{ top: 1, left: 1, bottom: 1, right: headings.length }];
  return excelFile('2025年名单（演示）.xlsx', {
    kind: 'xlsx',
    encoding: null,
    sheets: [{ name: '名单', isHidden: false, rows: sheetRows, merges }],
  });
}

/** Ten points inside the county but one, which lies in another. */
export function countyPlaces(county: string, elsewhere: string): Uploaded {
  const counties = JSON.parse(readFileSync('data/counties.geojson', 'utf8')) as CountyCollection;
  const outlineOf = (code: string) =>
    counties.features.find(({ properties }) => properties.code === code);
  const [here, there] = [outlineOf(county), outlineOf(elsewhere)];
  if (!here || !there) throw new Error('The counties have no outlines.');
  const [first, ...others] = madeUpPlaces(demonstration().divisions, county, here.geometry, 10);
  if (!first) throw new Error('The county has no villages.');
  return {
    name: '位置（演示）.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(asGeojson([{ ...first, position: there.properties.label }, ...others])),
  };
}
