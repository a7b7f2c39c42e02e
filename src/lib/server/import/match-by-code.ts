/** What the code of a row says, and what follows from it where the row names nobody. */
import type { Division } from '../../domain/division.ts';
import type { RowFault } from '../../domain/ledger.ts';
import type { DivisionIndex } from './division-index.ts';
import { faultAt } from './fault-at.ts';
import type { Field, Fields } from './row-fields.ts';
import { readCode } from './read-code-cell.ts';
import type { Place } from './read-place.ts';
import { doubt, settle, wrong, type UnitMatch } from './unit-match.ts';

export interface WrittenCode {
  /** `undefined`: it says nothing, for the reason of `faults`. */
  readonly unit: Division | undefined;
  readonly faults: readonly RowFault[];
}

export function readWrittenCode(
  field: Field | undefined,
  { level, byCode }: DivisionIndex,
): WrittenCode {
  if (!field) return { unit: undefined, faults: [] };
  if (field.reading.status === 'fault') {
    return { unit: undefined, faults: [faultAt(field.reading.code, field)] };
  }
  const reading = readCode(field.reading.text, level);
  if (reading.status === 'fault') {
    return { unit: undefined, faults: [faultAt(reading.code, field)] };
  }
  const unit = byCode.get(reading.code);
  if (unit?.level === level) return { unit, faults: [] };
  return { unit: undefined, faults: [faultAt('unknown-code', field)] };
}

/** The unit that has this unit's code in the other edition of the codes. */
export function twinOf(
  unit: Division,
  { byCode, codeInOtherEdition }: DivisionIndex,
): Division | undefined {
  const code = codeInOtherEdition(unit.code);
  return code === undefined ? undefined : byCode.get(code);
}

/**
 * No name: the code decides, unless the place says otherwise. Of a code that another edition gives to the
 * neighbour, a person has to say which edition it is of.
 */
export function matchByCode(
  { unit, faults }: WrittenCode,
  place: Place,
  fields: Readonly<Fields>,
  index: DivisionIndex,
): UnitMatch {
  if (!fields.code) return wrong([{ code: 'missing-name', column: null }]);
  if (!unit) return wrong(faults);
  if (!index.isInScope(unit.code)) return settle(unit, place.faults, fields, index);
  const within = place.township ?? place.county;
  const lies = (division: Division): boolean =>
    within === null || division.code.startsWith(within.code);
  const twin = twinOf(unit, index);
  const isTwin = twin !== undefined && lies(twin);
  if (lies(unit) && !isTwin) return settle(unit, place.faults, fields, index);
  if (twin && isTwin) {
    const fault = faultAt('other-edition', fields.code, { unit: unit.name, other: twin.name });
    return doubt([fault], lies(unit) ? [unit, twin] : [twin, unit], index);
  }
  const values = { unit: unit.name, place: within?.name ?? '' };
  return doubt([faultAt('code-and-name-differ', fields.code, values)], [unit], index);
}
