/** What the fuzzing makes: files of some kind, each by a recipe that can be shrunk and printed. */
import type { RowChoices } from '../../src/lib/domain/ledger.ts';

/** How many of a hundred runs are of each kind. */
export const shares = {
  spreadsheet: 30,
  csv: 20,
  ledger: 20,
  geojson: 15,
  shapefile: 15,
} as const;
export type FuzzKind = keyof typeof shares;
export const kinds = Object.keys(shares) as readonly FuzzKind[];

export interface FuzzFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FuzzCase {
  /** What was made, for a person to read. */
  readonly recipe: unknown;
  /** More than one only of the parts of a shapefile. The same bytes each time. */
  readonly make: () => readonly FuzzFile[];
}

/** What the site is asked about a file. */
export interface Asked {
  /** By its place among the askers (askers.ts). */
  readonly asker: number;
  readonly choices: RowChoices;
  /** Given back with notes beside its rows. */
  readonly isNoted: boolean;
  /** Read in a process of its own too, as the site does: dearer than all else, so only some are. */
  readonly isThreaded: boolean;
}
