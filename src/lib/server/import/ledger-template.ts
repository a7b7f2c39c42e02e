/** The workbook a county may fill in: headings this import understands, and its own names to choose from. */
import { createHash } from 'node:crypto';
import type { Day } from '../../domain/date.ts';
import { isValidOn, type Division, type DivisionCode } from '../../domain/division.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import {
  writeWorkbook,
  type WrittenColumn,
  type WrittenSheet,
} from '../../export/xlsx/write-workbook.ts';
import { templateMark } from './template-sheet.ts';

/** The words of a template: it is filled in by people of the office, in Chinese. */
export interface TemplateWords {
  readonly title: (track: string, division: string) => string;
  readonly fill: string;
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly code: string;
  readonly effective: string;
  readonly documentTitle: string;
  readonly documentNumber: string;
  readonly publisher: string;
  readonly batch: string;
  /** Names of the sheets. */
  readonly sheet: string;
  readonly counties: string;
  readonly townships: string;
  readonly villages: string;
}

export interface TemplateAsked {
  readonly track: string;
  /** A county, or the prefecture. */
  readonly division: DivisionCode;
  readonly today: Day;
}

/**
 * The bytes of the .xlsx, with every name in force `today`; `null` where the track is none of townships or
 * villages, or the division has none that count. Its hidden sheets name the template, whom it is for and
 * the edition of the names: two templates of one edition offer the same.
 */
export function ledgerTemplate(
  { programme, divisions }: Pick<ProgrammeData, 'programme' | 'divisions'>,
  { track: id, division: code, today }: TemplateAsked,
  words: TemplateWords,
): Uint8Array | null {
  const track = programme.tracks.find((known) => known.id === id);
  const scope = divisions.find((known) => known.code === code);
  if (!scope || (track?.level !== 'township' && track?.level !== 'village')) return null;
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const units = divisions.filter(
    (unit) =>
      unit.level === track.level &&
      unit.countedFor.includes(track.id) &&
      isValidOn(unit, today) &&
      (scope.level === 'prefecture' || unit.code.startsWith(scope.code)),
  );
  if (units.length === 0) return null;
  const nameOf = (of: DivisionCode | null) => (of === null ? '' : (byCode.get(of)?.name ?? ''));
  const isWhole = scope.level === 'prefecture';
  const countyOf = (unit: Division) => unit.code.slice(0, scope.code.length === 6 ? 6 : 0);
  const townships = track.level === 'township' ? units : parentsOf(units, byCode);
  const edition = createHash('sha256')
    .update(JSON.stringify(units.map((unit) => [unit.code, unit.name, countyOf(unit)])))
    .digest('hex')
    .slice(0, 16);
  const mark = `${templateMark} 1 ${track.id} ${code} ${edition}`;

  const list = (name: string, columns: readonly string[], rows: WrittenSheet['rows']) => ({
    name,
    isHidden: true,
    titleRows: [mark],
    columns: columns.map((heading) => ({ heading, width: 24 })),
    rows,
  });
  const counties = unique(units.map((unit) => nameOf(unit.code.slice(0, 6))));
  const column = (heading: string, width: number, sheet?: string): WrittenColumn => ({
    heading,
    width,
    ...(sheet !== undefined && { choices: { sheet, column: 1 } }),
  });
  const sheets: readonly WrittenSheet[] = [
    {
      name: words.sheet,
      titleRows: [words.title(track.name['zh-CN'], scope.name), words.fill],
      columns: [
        ...(isWhole ? [column(words.county, 18, words.counties)] : []),
        column(words.township, 20, words.townships),
        ...(track.level === 'village' ? [column(words.village, 28, words.villages)] : []),
        column(words.code, 18),
        column(words.effective, 14),
        column(words.documentTitle, 40),
        column(words.documentNumber, 24),
        column(words.publisher, 28),
        column(words.batch, 12),
      ],
      rows: [],
    },
    ...(isWhole
      ? [
          list(
            words.counties,
            [words.county],
            counties.map((name) => [name]),
          ),
        ]
      : []),
    list(
      words.townships,
      [words.township],
      unique(townships.map(({ name }) => name)).map((name) => [name]),
    ),
    ...(track.level === 'village'
      ? [
          list(
            words.villages,
            [words.village],
            unique(units.map(({ name }) => name)).map((name) => [name]),
          ),
        ]
      : []),
  ];
  return writeWorkbook({
    sheets,
    properties: { title: words.title(track.name['zh-CN'], scope.name) },
  });
}

function parentsOf(
  units: readonly Division[],
  byCode: ReadonlyMap<DivisionCode, Division>,
): readonly Division[] {
  const codes = unique(units.map(({ parent }) => parent));
  return codes.flatMap((code) => (code === null ? [] : (byCode.get(code) ?? [])));
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
