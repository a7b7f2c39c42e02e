/**
 * A ledger of villages in the shape counties send it in, for tests: a title, merged cells of counties,
 * names with 村委会, a total and a note, and three mistakes. Its names are of `divisions.csv`; that anybody
 * named these villages is invented.
 */
import type { Division } from '../../domain/division.ts';
import type { Cell, Merge, SheetRow, Workbook } from '../spreadsheet/workbook.ts';

export interface UsualLedger {
  readonly workbook: Workbook;
  readonly sheet: string;
  /** The villages in the order of their rows; the first stands in `firstRow`. */
  readonly villages: readonly Division[];
  readonly firstRow: number;
  /** The rows written wrong, each with the village that is meant. */
  readonly mistakes: readonly {
    readonly kind: 'typing-error' | 'wrong-township';
    readonly row: number;
    readonly meant: Division;
  }[];
}

export const usualHeadings = [
  '序号',
  '县（市、区）',
  '所属乡镇',
  '村庄名称',
  '认定年份',
  '命名文号',
  '备注',
] as const;

export const usualSheet = '名单';

/** Characters of one sound, as they come out of a Chinese keyboard. */
const sameSound: ReadonlyMap<string, string> = new Map([
  ['王', '汪'],
  ['张', '章'],
  ['辛', '新'],
  ['杨', '扬'],
  ['务', '雾'],
]);

const firstRow = 4;

/** `count` villages spread over the counties of the divisions, in the order of codes; `year`: of the award. */
export function usualLedger(
  divisions: readonly Division[],
  { count = 250, year = 2023 }: { readonly count?: number; readonly year?: number } = {},
): UsualLedger {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const nameOf = (code: string): string => byCode.get(code)?.name ?? '';
  const villages = spread(divisions, count);
  const written = villages.map((village) => ({
    village,
    county: nameOf(village.code.slice(0, 6)),
    township: nameOf(village.parent ?? ''),
    name: `${shortName(village.name)}村委会`,
  }));
  const mistakes: UsualLedger['mistakes'][number][] = [];

  // Two typing errors, then a wrong township, each well after the one before.
  for (const from of [count / 10, count / 3].map(Math.floor)) {
    const at = written.findIndex((row, place) => place >= from && misspelt(row.village, divisions));
    const row = written[at];
    const name = row && misspelt(row.village, divisions);
    if (!row || name === undefined) continue;
    written[at] = { ...row, name: `${name}村委会` };
    mistakes.push({ kind: 'typing-error', row: firstRow + at, meant: row.village });
  }
  const strayed = written.findIndex(
    ({ village }, at) => at > count / 2 && isOnlyOne(village, divisions),
  );
  const row = written[strayed];
  const elsewhere = divisions.find(
    ({ code, kind }) =>
      kind === '镇' &&
      code.startsWith(row?.village.code.slice(0, 6) ?? '-') &&
      code !== row?.village.parent,
  );
  if (row && elsewhere) {
    written[strayed] = { ...row, township: elsewhere.name };
    mistakes.push({ kind: 'wrong-township', row: firstRow + strayed, meant: row.village });
  }

  const merges: Merge[] = [{ top: 1, left: 1, bottom: 1, right: usualHeadings.length }];
  const rows: SheetRow[] = [
    usualRow(1, [`廊坊市${year}年市级森林村庄名单`]),
    usualRow(2, ['填报单位：（盖章）']),
    usualRow(3, usualHeadings),
  ];
  let from = 0;
  written.forEach(({ county, township, name }, at) => {
    const isFirst = written[at - 1]?.county !== county;
    if (isFirst) from = at;
    if (written[at + 1]?.county !== county && at > from) {
      merges.push({ top: firstRow + from, left: 2, bottom: firstRow + at, right: 2 });
    }
    rows.push(usualRow(firstRow + at, [at + 1, isFirst ? county : '', township, name, year]));
  });
  const end = firstRow + written.length;
  rows.push(usualRow(end, ['合计', '', '', `${count}个`]));
  rows.push(usualRow(end + 1, ['注：以上村庄名称以行政村为准。']));
  const sheet = { name: usualSheet, isHidden: false, rows, merges };
  return {
    workbook: { kind: 'xlsx', encoding: null, sheets: [sheet] },
    sheet: usualSheet,
    villages,
    firstRow,
    mistakes,
  };
}

/** A row of a sheet from plain values: '' is an empty cell. */
export function usualRow(
  number: number,
  values: readonly (string | number)[],
  isHidden = false,
): SheetRow {
  return { number, isHidden, cells: values.map(cellOf) };
}

function cellOf(value: string | number): Cell {
  if (value === '') return { kind: 'empty' };
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: value };
}

/** The name as a person writes it: 大王庄 for 大王庄村民委员会. */
export function shortName(name: string): string {
  return name.replace(/(?:村民委员会|街道委员会|村委会)$/, '').replace(/(?<=..)村$/, '');
}

/** Villages of towns and townships, as many from each county as it takes. */
function spread(divisions: readonly Division[], count: number): readonly Division[] {
  const counties = new Map<string, Division[]>();
  for (const division of divisions) {
    // Codes of statistical units end in 400 and above: their villages are known by other townships' names.
    const isOfTownship = division.kind === '村' && Number(division.code.slice(6, 9)) < 400;
    if (!isOfTownship) continue;
    const county = division.code.slice(0, 6);
    counties.set(county, [...(counties.get(county) ?? []), division]);
  }
  const each = Math.ceil(count / counties.size);
  return [...counties.values()]
    .flatMap((villages) => {
      const step = Math.max(1, Math.floor(villages.length / each));
      return villages.filter((_, at) => at % step === 0).slice(0, each);
    })
    .slice(0, count);
}

/** Its name with one character for another of the same sound, if nobody there is called so. */
function misspelt(village: Division, divisions: readonly Division[]): string | undefined {
  const name = shortName(village.name);
  const right = [...name].find((character) => sameSound.has(character));
  if (right === undefined) return undefined;
  const wrong = name.replace(right, sameSound.get(right) ?? '');
  const isTaken = divisions.some(
    (other) => other.code.startsWith(village.code.slice(0, 6)) && shortName(other.name) === wrong,
  );
  return isTaken ? undefined : wrong;
}

function isOnlyOne(village: Division, divisions: readonly Division[]): boolean {
  const county = village.code.slice(0, 6);
  const name = shortName(village.name);
  return !divisions.some(
    (other) => other !== village && other.code.startsWith(county) && shortName(other.name) === name,
  );
}
