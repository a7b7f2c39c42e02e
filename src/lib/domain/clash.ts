/** Two people at one list: what each made of it, row by row, and the list that comes of both. */
import { rowsOf, rowText, withRows, type ProposalRow } from './proposal-rows.ts';
import type { Proposal } from './submission.ts';

export type ClashSide = 'yours' | 'theirs';

export interface ListSides {
  /** What both began with; `null`: it is no longer known. */
  readonly before: Proposal | null;
  readonly yours: Proposal;
  /** As it is stored now. */
  readonly theirs: Proposal;
}

export interface ClashingRow {
  readonly key: string;
  /** `null`: the row is not in the list of that side. */
  readonly before: ProposalRow | null;
  readonly yours: ProposalRow | null;
  readonly theirs: ProposalRow | null;
  /** Of whoever changed it; where both did, or nobody knows, yours. */
  readonly usual: ClashSide;
}

/** The rows on which the two differ, in the order of the list. */
export function clashingRows(sides: ListSides): readonly ClashingRow[] {
  return allRows(sides).filter(({ yours, theirs }) => textOf(yours) !== textOf(theirs));
}

/**
 * Their proposal, with the rows of both lists: what the two agree on, and of the others the side that
 * was chosen for the row, or for all; where nothing was, the usual one.
 */
export function mergedList(
  sides: ListSides,
  chosen: Readonly<Record<string, ClashSide>>,
  all: ClashSide | null,
): Proposal {
  const rows = allRows(sides).flatMap((row) => {
    const side = all ?? (Object.hasOwn(chosen, row.key) ? chosen[row.key] : undefined) ?? row.usual;
    const taken = row[side];
    return taken ? [taken] : [];
  });
  const { theirs, yours } = sides;
  // Of an undoing that has lost its last quota over there: those kept here need the day they hold from.
  const quotas = theirs.quotas ?? (theirs.undoes && yours.quotas);
  return withRows({ ...theirs, ...(quotas && { quotas }) }, rows);
}

function allRows({ before, yours, theirs }: ListSides): readonly ClashingRow[] {
  const lists = [before, yours, theirs].map(
    (side) => new Map(side ? rowsOf(side).map((row) => [row.key, row]) : []),
  );
  // Their order, then what they lack.
  const keys = new Set([...rowsOf(theirs), ...rowsOf(yours)].map(({ key }) => key));
  return [...keys].map((key) => {
    const [ofBefore = null, ofYours = null, ofTheirs = null] = lists.map((list) => list.get(key));
    const isTheirs = before !== null && textOf(ofYours) === textOf(ofBefore);
    const usual = isTheirs ? 'theirs' : 'yours';
    return { key, before: ofBefore, yours: ofYours, theirs: ofTheirs, usual };
  });
}

function textOf(row: ProposalRow | null): string | null {
  return row && rowText(row);
}
