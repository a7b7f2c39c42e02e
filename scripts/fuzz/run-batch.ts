/** Runs of one kind, one after the other, on the thread that calls. */
import fc from 'fast-check';
import { expectUnchanged, sharedNow } from './within-bounds.ts';
import { askers, nearAskers } from './askers.ts';
import type { Asked, FuzzCase, FuzzFile, FuzzKind } from './fuzz-case.ts';
import { jsonPlacesCase } from './json-places.ts';
import { judgePlaces } from './judge-places.ts';
import { judgeTable } from './judge-table.ts';
import { ledgerCase } from './ledgers.ts';
import { shapefileCase } from './shapefiles.ts';
import { spreadsheetCase } from './spreadsheets.ts';
import { textTableCase } from './text-tables.ts';

export interface Batch {
  readonly kind: FuzzKind;
  readonly seed: number;
  readonly runs: number;
  /** Of one counterexample, to run it alone. */
  readonly path?: string;
}

export interface BatchResult {
  /** How often each answer came. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly failure: {
    readonly path: string;
    readonly message: string;
    readonly recipe: string;
    readonly files: readonly FuzzFile[];
  } | null;
}

const cases: Readonly<Record<FuzzKind, fc.Arbitrary<FuzzCase>>> = {
  spreadsheet: spreadsheetCase,
  csv: textTableCase,
  ledger: ledgerCase,
  geojson: jsonPlacesCase,
  shapefile: shapefileCase,
};

/** One run in so many reads in a process of its own too; in the middle, so that shrinking does without. */
const threadedOne = 400;

const asked: fc.Arbitrary<Asked> = fc.record({
  asker: fc.oneof(
    { weight: 8, arbitrary: fc.nat(nearAskers.length - 1) },
    { weight: 1, arbitrary: fc.integer({ min: nearAskers.length, max: askers.length - 1 }) },
  ),
  choices: fc.dictionary(
    fc.constantFrom('名单!3', '名单!4', '台账!2', '台账!3', '__proto__'),
    fc.constantFrom('', '131002104201', '131002104', '131028100', 'x'.repeat(99)),
    { maxKeys: 2, noNullPrototype: true },
  ),
  isNoted: fc.nat(3).map((number) => number === 0),
  isThreaded: fc.nat(threadedOne - 1).map((number) => number === threadedOne / 2),
});

const longestShrinking = 60_000;

/** `onRun` hears of every run before it begins, so that one that never ends can be told of. */
export async function runBatch(
  { kind, seed, runs, path }: Batch,
  onRun: () => void = () => undefined,
): Promise<BatchResult> {
  const outcomes: Record<string, number> = {};
  const before = sharedNow();
  const property = fc.asyncProperty(cases[kind], asked, async (made, question) => {
    onRun();
    const files = made.make();
    const outcome = await judge(kind, files, question);
    expectUnchanged(before);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  });
  const details = await fc.check(property, {
    seed,
    numRuns: runs,
    ...(path !== undefined && { path }),
    interruptAfterTimeLimit: longestShrinking + 1000 * runs,
  });
  if (!details.failed) return { outcomes, failure: null };
  const [made, question] = details.counterexample ?? [];
  const error = details.errorInstance;
  return {
    outcomes,
    failure: {
      path: details.counterexamplePath ?? '',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      recipe: JSON.stringify({ ...(made?.recipe ?? {}), asked: question }, null, 1),
      files: made?.make() ?? [],
    },
  };
}

async function judge(kind: FuzzKind, files: readonly FuzzFile[], question: Asked): Promise<string> {
  if (kind === 'geojson' || kind === 'shapefile') return judgePlaces(files, question);
  const [file] = files;
  if (file === undefined) throw new Error('A table is one file.');
  return judgeTable(file, question);
}
