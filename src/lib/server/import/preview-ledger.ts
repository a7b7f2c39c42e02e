/** Takes a ledger as a county sends it, and says row by row what it would change. Pure: writes nothing. */
import { knowledgeOf, trackKnowledge } from '../../domain/knowledge.ts';
import type { LedgerPreview, LedgerRow, RowChoices, Verdict } from '../../domain/ledger.ts';
import type { Sheet, Workbook } from '../spreadsheet/workbook.ts';
import { indexDivisions, type DivisionIndex } from './division-index.ts';
import { findLedgers, type FoundSheet } from './find-ledgers.ts';
import { judgeRow, type JudgedRow } from './judge-row.ts';
import { documentOf } from './ledger-document.ts';
import { mainMeaning, readRows, type RawRow } from './ledger-rows.ts';
import { nearestNames } from './nearest-names.ts';
import type { LedgerContext, LedgerReading } from './preview.ts';
import { placeOfLine, placeOfSheet } from './sheet-place.ts';

/**
 * The preview of the workbook for the track of `context`, or why it is no ledger of it. Throws on a track
 * or a division the programme lacks: a fault of the caller.
 */
export function previewLedger(
  workbook: Workbook,
  context: LedgerContext,
  choices: RowChoices = {},
): LedgerReading {
  const { data, division } = context;
  const knowledge = trackKnowledge(knowledgeOf(data), context.track);
  const { track } = knowledge;
  const index = indexDivisions(data.divisions, track, division, data.programme.swappedCodes);
  if (!index) throw new RangeError(`There is no division "${division}" to report for.`);

  const found = findLedgers(workbook.sheets, track);
  if (found.status === 'refused') return found;
  const nearest = nearestNames(index);
  const raws: RawRow[] = [];
  const judged: JudgedRow[] = [];
  for (const { sheet, header } of found.sheets) {
    if (!header) continue;
    const rows = rowsOf(sheet, header, index);
    const saying = {
      ...{ context, track, knowledge, index, nearest, kind: workbook.kind },
      main: mainMeaning(header, track.level),
      sheet: sheet.name,
      saysStages: rows.some(
        ({ fields, leftOut }) => leftOut === null && fields.stage !== undefined,
      ),
      choiceOf: (row: number) => choiceOf(choices, `${sheet.name}!${row}`),
    };
    for (const raw of rows) {
      raws.push(raw);
      judged.push(judgeRow(raw, saying));
    }
  }
  if (raws.every(({ leftOut }) => leftOut !== null)) {
    const sheets = found.sheets.filter(({ header }) => header).map(({ sheet }) => sheet.name);
    return { status: 'refused', reason: 'no-rows', values: { sheets: sheets.join('、') } };
  }
  const rows = withoutRepetition(judged, index);
  const preview: LedgerPreview = {
    sheets: found.sheets.map(({ sheet, header }) => ({
      name: sheet.name,
      headerRow: header?.row ?? null,
      columns: header?.columns ?? [],
    })),
    rows,
    counts: countVerdicts(rows),
    document: documentOf(raws),
  };
  return { status: 'preview', preview };
}

function rowsOf(
  sheet: Sheet,
  header: NonNullable<FoundSheet['header']>,
  index: DivisionIndex,
): readonly RawRow[] {
  return readRows(sheet, header, {
    level: index.level,
    place: placeOfSheet(sheet, header, index),
    placeOf: (text) => placeOfLine(text, index),
  });
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
