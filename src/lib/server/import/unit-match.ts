/** How a row was matched: one unit, a choice for a person, or nothing that can be recorded. */
import type { Division } from '../../domain/division.ts';
import type { RowFault } from '../../domain/ledger.ts';
import type { DivisionIndex } from './division-index.ts';
import { faultAt } from './fault-at.ts';
import type { Fields } from './row-fields.ts';
import { maxCandidates } from './nearest-names.ts';

export type UnitMatch =
  | {
      readonly status: 'unit';
      readonly unit: Division;
      /** Remarks: what was noticed though the unit is sure. */
      readonly faults: readonly RowFault[];
    }
  | {
      readonly status: 'doubt' | 'wrong';
      /** Known, but not to be recorded. */
      readonly unit: Division | null;
      readonly faults: readonly RowFault[];
      readonly candidates: readonly Division[];
    };

/** In doubt with those a person may choose from; wrong where there is none. */
export function doubt(
  faults: readonly RowFault[],
  candidates: readonly Division[],
  index: DivisionIndex,
): UnitMatch {
  const offered = [...new Set(candidates)]
    .filter((unit) => index.isCounted(unit) && index.isInScope(unit.code))
    .slice(0, maxCandidates);
  const status = offered.length > 0 ? 'doubt' : 'wrong';
  return { status, unit: null, faults, candidates: offered };
}

export function wrong(faults: readonly RowFault[], unit: Division | null = null): UnitMatch {
  return { status: 'wrong', unit, faults, candidates: [] };
}

/** The unit is known: it still has to be the reporter's, and to count for the track. */
export function settle(
  unit: Division,
  remarks: readonly RowFault[],
  fields: Readonly<Fields>,
  index: DivisionIndex,
): UnitMatch {
  const values = { unit: unit.name, kind: unit.kind, scope: index.scope.name };
  if (!index.isInScope(unit.code)) {
    return wrong([...remarks, faultAt('other-county', fields.code ?? fields.county, values)], unit);
  }
  if (!index.isCounted(unit)) {
    return wrong([...remarks, { code: 'not-counted', column: null, values }], unit);
  }
  return { status: 'unit', unit, faults: remarks };
}
