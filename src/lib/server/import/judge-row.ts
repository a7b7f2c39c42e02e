/** What one row of a ledger comes to: its unit, its stage and date, and what would be recorded. */
import type { DivisionCode } from '../../domain/division.ts';
import type { TrackKnowledge } from '../../domain/knowledge.ts';
import type { ColumnMeaning, LedgerRow, RowFault } from '../../domain/ledger.ts';
import { faultAt } from './fault-at.ts';
import { judgeChange } from './judge-change.ts';
import type { RawRow } from './ledger-rows.ts';
import { matchUnit, type Matching } from './match-unit.ts';
import { textOf, type Field, type Fields } from './row-fields.ts';
import { dateOf, stageOf, titleFault, type Saying } from './row-said.ts';
import { settle, wrong, type UnitMatch } from './unit-match.ts';

export interface Judging extends Matching, Saying {
  readonly knowledge: TrackKnowledge;
  readonly sheet: string;
  readonly keyOf: (row: number) => string;
  /** What a person chose for a row; `''`: to leave it out. */
  readonly choiceOf: (row: number) => DivisionCode | '' | undefined;
}

/** A row with the stage it speaks of: one unit may stand in a ledger once for each. */
export interface JudgedRow {
  readonly row: LedgerRow;
  readonly stage: string | null;
}

/** Without these nothing can be recorded; elsewhere a cell that cannot be read is a remark, or nothing. */
const needed = ['county', 'township', 'village', 'name', 'stage', 'effective', 'batch'] as const;

/** Longest batch a change may have (domain/change-faults.ts), in UTF-16 code units. */
const maxBatch = 100;

/** The row, judged by itself; that a unit stands in the ledger twice only the ledger knows. */
export function judgeRow(raw: RawRow, by: Judging): JudgedRow {
  const { fields } = raw;
  const number = raw.row.number;
  const base = { key: by.keyOf(number), sheet: by.sheet, number, written: writtenIn(fields) };
  const leftOut = (fault: RowFault): JudgedRow => ({
    row: {
      ...base,
      verdict: 'left-out',
      unit: null,
      faults: [fault],
      candidates: [],
      change: null,
    },
    stage: null,
  });
  if (raw.leftOut !== null) return leftOut({ code: raw.leftOut, column: null });
  const choice = by.choiceOf(number);
  if (choice === '') return leftOut({ code: 'chosen-out', column: null });
  const stage = stageOf(fields, by);
  if (stage.status === 'none') return leftOut(faultAt('no-status', fields.stage));
  if (stage.status === 'inferred') return leftOut(faultAt('inferred', fields.stage));

  const match = matchOf(raw, choice, by);
  const date = dateOf(fields, match.unit, by);
  const unreadable = cellFaults(fields);
  const title = titleFault(fields, by);
  const faults: readonly RowFault[] = [
    ...(raw.row.isHidden ? [{ code: 'hidden-row', column: null } as const] : []),
    ...unreadable,
    ...(title ? [title] : []),
    ...match.faults,
    ...(stage.status === 'fault' ? [stage.fault] : []),
    ...(date.status === 'fault' && !isUnreadable(fields.effective) ? [date.fault] : []),
  ];
  const candidates =
    match.status === 'unit'
      ? []
      : match.candidates.map((unit) => ({ code: unit.code, path: by.index.pathOf(unit) }));
  const unit = match.unit?.code ?? null;
  const judged = { ...base, unit, faults, candidates };
  const isReadable =
    stage.status === 'stage' && date.status === 'date' && unreadable.length === 0 && title === null;
  const stageId = stage.status === 'stage' ? stage.stage.id : null;
  if (match.status !== 'unit' || !isReadable) {
    const verdict = match.status === 'doubt' && isReadable ? 'doubt' : 'wrong';
    return { row: { ...judged, verdict, change: null }, stage: stageId };
  }
  const said = {
    unit: match.unit,
    track: by.track.id,
    stage: stage.stage,
    effective: date.date,
    batch: textOf(fields.batch),
    place: `台账“${by.sheet}”第${number}行`,
  };
  const known = by.knowledge.eventsOf(match.unit.code);
  return { row: { ...judged, ...judgeChange(said, known) }, stage: stageId };
}

/** The cell is told already, among those that cannot be read. */
function isUnreadable(field: Field | undefined): boolean {
  return field?.reading.status === 'fault';
}

function writtenIn(fields: Readonly<Fields>): LedgerRow['written'] {
  const written: Partial<Record<ColumnMeaning, string>> = {};
  for (const meaning of Object.keys(fields) as ColumnMeaning[]) {
    const field = fields[meaning];
    if (field) written[meaning] = field.reading.text;
  }
  return written;
}

/** A choice settles whom the row means, if it is a unit the reporter may name. */
function matchOf(
  { fields, name }: RawRow,
  choice: DivisionCode | undefined,
  by: Judging,
): UnitMatch {
  const { index } = by;
  if (choice === undefined) return matchUnit(fields, name, by);
  const unit = index.byCode.get(choice);
  if (unit?.level === index.level) return settle(unit, [], fields, index);
  return wrong([{ code: 'unknown-code', column: null, values: { written: choice.slice(0, 40) } }]);
}

/** Cells of the columns that are needed, but hold an error, a bare formula or far too much. */
function cellFaults(fields: Readonly<Fields>): readonly RowFault[] {
  return needed.flatMap((meaning): readonly RowFault[] => {
    const field = fields[meaning];
    if (!field) return [];
    if (field.reading.status === 'fault') return [faultAt(field.reading.code, field)];
    const isTooLong = meaning === 'batch' && field.reading.text.length > maxBatch;
    return isTooLong ? [faultAt('too-long', field, { limit: String(maxBatch) })] : [];
  });
}
