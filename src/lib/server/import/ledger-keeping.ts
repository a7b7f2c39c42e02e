/** How ledgers, and what was settled about them, stand in the table of kept files. */
import * as v from 'valibot';
import { columnMeanings } from '../../domain/ledger.ts';
import type { Keeping } from '../kept-files/kept-file-store.ts';
import type { KeptLedger, LedgerChoices } from './imports.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const tableSchema = v.object({
  sheet: v.string(),
  firstRow: whole,
  columns: v.array(v.object({ index: whole, meaning: v.picklist(columnMeanings) })),
});

const choicesSchema = v.object({
  rows: v.record(v.string(), v.string()),
  effective: v.optional(v.string()),
  stage: v.optional(v.string()),
  tables: v.optional(v.array(tableSchema)),
});

export const noChoices: LedgerChoices = { rows: {} };

export const ledgerKeeping: Keeping<LedgerChoices, KeptLedger> = {
  kinds: ['file', 'paste'],

  choicesText: ({ rows, effective, stage, tables }) =>
    JSON.stringify({ rows, effective, stage, tables }),

  choicesFrom(text) {
    const { rows, effective, stage, tables } = v.parse(choicesSchema, JSON.parse(text));
    return {
      rows,
      ...(effective !== undefined && { effective }),
      ...(stage !== undefined && { stage }),
      ...(tables !== undefined && { tables }),
    };
  },

  keptFrom: (file, { kind, track }) => ({
    ...file,
    track,
    kind: kind === 'paste' ? kind : 'file',
  }),
};
