/** Rows that were taken out of a list since it was begun: shown, and put back where they stood. */
import { aboutOf, rowsOf, rowText, withRows, type ProposalRow } from './proposal-rows.ts';
import type { Proposal } from './submission.ts';

/** Of a list being edited: which of its rows are to go, and which of `takenOut` are to come back. */
export interface RowChoices {
  /** Keys of its own rows. */
  readonly dropped: readonly string[];
  /** Keys of the rows of `takenOut(begun, list)`. */
  readonly putBack: readonly string[];
}

/** The proposal with the rows alone that it was begun with and `present` no longer has. */
export function takenOut(begun: Proposal, present: Proposal): Proposal {
  return withRows(begun, missingRows(pairRows(begun, present).pairs));
}

/** `present` after the choices: what comes back stands where it stood, all else of it stays. */
export function withChoices(begun: Proposal, present: Proposal, choices: RowChoices): Proposal {
  const { pairs, added } = pairRows(begun, present);
  const dropped = new Set(choices.dropped);
  const wanted = new Set(choices.putBack);
  const missing = missingRows(pairs);
  // The two lists have the same rows in the same order; the keys are those that were shown.
  const shown = rowsOf(withRows(begun, missing));
  const back = new Set(missing.filter((_, index) => wanted.has(shown[index]?.key ?? '')));
  const rows = [
    ...pairs.flatMap(({ row, still }) => still ?? (back.has(row) ? row : [])),
    ...added,
  ].filter((row) => back.has(row) || !dropped.has(row.key));
  // Of an undoing that has lost its last quota: what comes back needs the day from which it holds.
  const quotas = present.quotas ?? (present.undoes && begun.quotas);
  return withRows({ ...present, ...(quotas && { quotas }) }, rows);
}

interface RowPair {
  readonly row: ProposalRow;
  /** The row of the present list that says it; `null`: it was taken out. */
  readonly still: ProposalRow | null;
}

/**
 * By what rows are about and say, not by their keys: of two rows about one unit the key of the second
 * becomes that of the first when the first goes.
 */
function pairRows(
  begun: Proposal,
  present: Proposal,
): { readonly pairs: readonly RowPair[]; readonly added: readonly ProposalRow[] } {
  const left = new Map<string, ProposalRow[]>();
  for (const row of rowsOf(present)) {
    const about = aboutOf(row);
    left.set(about, [...(left.get(about) ?? []), row]);
  }
  const take = (row: ProposalRow, says: (other: ProposalRow) => boolean): ProposalRow | null => {
    const rows = left.get(aboutOf(row)) ?? [];
    const index = rows.findIndex(says);
    return rows.splice(index, index === -1 ? 0 : 1)[0] ?? null;
  };
  const alike = rowsOf(begun).map((row) => ({
    row,
    still: take(row, (other) => rowText(other) === rowText(row)),
  }));
  // A row that says something else of its unit by now has not been taken out.
  const pairs = alike.map(({ row, still }) => ({ row, still: still ?? take(row, () => true) }));
  return { pairs, added: [...left.values()].flat() };
}

function missingRows(pairs: readonly RowPair[]): readonly ProposalRow[] {
  return pairs.filter(({ still }) => still === null).map(({ row }) => row);
}
