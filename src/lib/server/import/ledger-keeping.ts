/** How ledgers, and what was settled about them, stand in the table of kept files. */
import * as v from 'valibot';
import type { Keeping } from '../kept-files/kept-file-store.ts';
import type { KeptLedger, LedgerChoices } from './imports.ts';

const choicesSchema = v.object({
  rows: v.record(v.string(), v.string()),
  effective: v.optional(v.string()),
  stage: v.optional(v.string()),
});

export const noChoices: LedgerChoices = { rows: {} };

export const ledgerKeeping: Keeping<LedgerChoices, KeptLedger> = {
  kinds: ['file', 'paste'],

  choicesText: ({ rows, effective, stage }) => JSON.stringify({ rows, effective, stage }),

  choicesFrom(text) {
    const { rows, effective, stage } = v.parse(choicesSchema, JSON.parse(text));
    return {
      rows,
      ...(effective !== undefined && { effective }),
      ...(stage !== undefined && { stage }),
    };
  },

  keptFrom: (file, { kind, track }) => ({
    ...file,
    track,
    kind: kind === 'paste' ? kind : 'file',
  }),
};
