/** The import of ledgers of this site. */
import { createKeptFiles, identified, isReporting, settledRows } from '../kept-files/kept-files.ts';
import type { ToldTable } from '../../domain/told-columns.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import { annotatedLedger } from './annotated-ledger.ts';
import { confirmLedger } from './confirm-ledger.ts';
import type { Imports, LedgerChoices, LedgerRefused, ToldChoice } from './imports.ts';
import { createLedgerJudgements } from './ledger-judgements.ts';
import { ledgerKeeping, noChoices } from './ledger-keeping.ts';
import { createChangesUnderReview } from './changes-under-review.ts';

export function createImports(options: SubmissionsOptions): Imports {
  const { database } = options;
  const files = createKeptFiles(options, ledgerKeeping);
  const { store } = files;
  const judgements = createLedgerJudgements(options);
  return {
    ...files.forRoutes,

    async keep(by, given, wanted) {
      const track = options.data().programme.tracks.find(({ id }) => id === given.track);
      if (track?.level !== 'township' && track?.level !== 'village') {
        return { status: 'invalid', field: 'track' };
      }
      if (!isReporting(options, given.division)) return { status: 'invalid', field: 'division' };
      const { name, hash } = identified(given);
      const { division, kind, bytes } = given;
      const sent = { division, track: track.id, name, kind, bytes };
      const outcome = await judgements.judgeSent(sent, noChoices, hash, wanted);
      if (outcome.status === 'refused' && !mayBeTold(outcome)) return outcome;
      return files.keep(by, { ...sent, hash, choices: noChoices });
    },

    async judge({ id }) {
      const ledger = await store.find(database.read, id);
      const judged = ledger && (await judgements.judgeKept(ledger));
      // Removed between two reads, as only a week-old one is.
      return judged?.outcome ?? { status: 'refused', by: 'workbook', reason: 'empty', values: {} };
    },

    underReview: createChangesUnderReview(database),

    choose: (by, id, { rows, effective, stage, tables = [] }) =>
      files.choose(by, id, (before): LedgerChoices => {
        const date = lastWord(before.effective, effective);
        const reached = lastWord(before.stage, stage);
        const told = settledTables(before.tables ?? [], tables);
        return {
          rows: settledRows(before.rows, rows),
          ...(date !== undefined && { effective: date }),
          ...(reached !== undefined && { stage: reached }),
          ...(told.length > 0 && { tables: told }),
        };
      }),

    confirm: (by, id, fingerprint, isWithout) =>
      confirmLedger(options, store, judgements, by, id, { fingerprint, isWithout }),

    annotated: (by, id, heading, notes) =>
      annotatedLedger(options, store, by, { id, heading, notes }),
  };
}

/** `undefined` leaves it as it was, `null` takes it back. */
function lastWord(
  before: string | undefined,
  chosen: string | null | undefined,
): string | undefined {
  return chosen === undefined ? before : (chosen ?? undefined);
}

/** Without headings, but with names or codes of units: a person can say what the columns are. */
function mayBeTold(refused: LedgerRefused): boolean {
  return (
    refused.by === 'ledger' &&
    refused.reason === 'no-header' &&
    (refused.tables ?? []).some(({ namesUnits }) => namesUnits)
  );
}

/** By sheet the last word; in one order, so that the same is kept as the same text. */
function settledTables(
  before: readonly ToldTable[],
  chosen: readonly ToldChoice[],
): readonly ToldTable[] {
  const isNamed = (sheet: string): boolean => chosen.some((each) => each.sheet === sheet);
  return [
    ...before.filter(({ sheet }) => !isNamed(sheet)),
    ...chosen.flatMap(({ told }) => told ?? []),
  ].toSorted((a, b) => (a.sheet < b.sheet ? -1 : Number(a.sheet > b.sheet)));
}
