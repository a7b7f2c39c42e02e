/** Takes a ledger as a county sends it, and says row by row what it would change. Pure: writes nothing. */
import type { Level } from '../../domain/division.ts';
import { knowledgeOf, trackKnowledge } from '../../domain/knowledge.ts';
import type { LedgerPreview, LedgerRow, RowChoices, Verdict } from '../../domain/ledger.ts';
import type { ToldTable } from '../../domain/told-columns.ts';
import type { Workbook } from '../spreadsheet/workbook.ts';
import { indexDivisions, type DivisionIndex } from './division-index.ts';
import type { Header } from './header.ts';
import { findLedgers } from './find-ledgers.ts';
import { judgeRow, type JudgedRow } from './judge-row.ts';
import { documentOf } from './ledger-document.ts';
import { readRows, type RawRow } from './ledger-rows.ts';
import { nearestNames } from './nearest-names.ts';
import type { LedgerContext, LedgerReading } from './preview.ts';
import { readingOf } from './sheet-place.ts';
import { tablesToTell } from './tables-to-tell.ts';

/**
 * The preview of the workbook for the track of `context`, or why it is no ledger of it; `told`: what a person
 * said of the columns of its sheets. Throws on a track or a division the programme lacks: a fault of the caller.
 */
export function previewLedger(
  workbook: Workbook,
  context: LedgerContext,
  choices: RowChoices = {},
  told: readonly ToldTable[] = [],
): LedgerReading {
  const { data, division } = context;
  const knowledge = trackKnowledge(knowledgeOf(data), context.track);
  const { track } = knowledge;
  const index = indexDivisions(data.divisions, track, division, data.programme.swappedCodes);
  if (!index) throw new RangeError(`There is no division "${division}" to report for.`);

  const found = findLedgers(workbook.sheets, track, told);
  const asking = { index, track, today: context.today, kind: workbook.kind };
  const toTell = tablesToTell(found.sheets, told, asking);
  if (found.status === 'refused') {
    const { status, reason, values } = found;
    return { status, reason, values, tables: toTell };
  }
  const nearest = nearestNames(index);
  const tables: LedgerPreview['sheets'][number][] = [];
  const raws: RawRow[] = [];
  const judged: JudgedRow[] = [];
  for (const { sheet, headers } of found.sheets) {
    if (headers.length === 0) tables.push({ name: sheet.name, headerRow: null, columns: [] });
    const saidOnce = new Set<number>();
    for (const [beside, header] of headers.entries()) {
      const all = readRows(sheet, header, readingOf(sheet, header, index));
      // What a line says of all the tables side by side was told with the first of them.
      const rows = all.filter(({ row, leftOut }) => leftOut === null || !saidOnce.has(row.number));
      for (const { row } of rows) saidOnce.add(row.number);
      for (const each of new Set([header, ...rows.map((raw) => raw.header)])) {
        tables.push({ name: sheet.name, headerRow: each.row, columns: each.columns });
      }
      const keyOf = (row: number): string =>
        `${sheet.name}!${row}${beside > 0 ? `!${nameColumn(header, index.level)}` : ''}`;
      const saying = {
        ...{ context, track, knowledge, index, nearest, kind: workbook.kind, keyOf },
        sheet: sheet.name,
        saysStages: rows.some(
          ({ fields, leftOut }) => leftOut === null && fields.stage !== undefined,
        ),
        choiceOf: (row: number) => choiceOf(choices, keyOf(row)),
      };
      for (const raw of rows) {
        raws.push(raw);
        judged.push(judgeRow(raw, saying));
      }
    }
  }
  if (raws.every(({ leftOut }) => leftOut !== null)) {
    const names = tables.filter(({ headerRow }) => headerRow !== null).map(({ name }) => name);
    const sheets = [...new Set(names)].join('、');
    const isTold = told.some(({ sheet }) => names.includes(sheet));
    const reason = isTold ? 'no-told-rows' : 'no-rows';
    return { status: 'refused', reason, values: { sheets }, tables: toTell };
  }
  const rows = withoutRepetition(judged, index);
  const preview: LedgerPreview = {
    sheets: tables,
    rows,
    counts: countVerdicts(rows),
    document: documentOf(raws),
  };
  return { status: 'preview', preview, tables: toTell };
}

/** The letter of the column of names, or of codes: of tables side by side each has its own. */
function nameColumn({ places }: Header, level: Level): string {
  const main =
    [...places].find(([meaning]) => meaning === level) ??
    [...places].find(([meaning]) => meaning === 'name' || meaning === 'code');
  return main?.[1].letter ?? '';
}

/** Choices come from a form: `__proto__` is a key like any other. */
function choiceOf(choices: RowChoices, key: string): string | undefined {
  return Object.hasOwn(choices, key) ? choices[key] : undefined;
}

/** The later row of a unit that stands in the ledger twice, at the same stage, is wrong. */
function withoutRepetition(judged: readonly JudgedRow[], index: DivisionIndex): LedgerRow[] {
  const first = new Map<string, LedgerRow>();
  return judged.map(({ row, stage }) => {
    if (row.unit === null) return row;
    const key = `${row.unit} ${stage ?? ''}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, row);
      return row;
    }
    const values = {
      unit: index.byCode.get(row.unit)?.name ?? '',
      sheet: earlier.sheet,
      row: String(earlier.number),
    };
    const fault = { code: 'twice', column: null, values } as const;
    return { ...row, verdict: 'wrong', faults: [...row.faults, fault], change: null };
  });
}

function countVerdicts(rows: readonly LedgerRow[]): Readonly<Record<Verdict, number>> {
  const counts = { new: 0, changed: 0, doubt: 0, wrong: 0, same: 0, 'left-out': 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}
