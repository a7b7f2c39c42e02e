/**
 * Attacks on the log by somebody who may write SQL but lacks the key, for tests and for
 * `npm run audit-verify -- --self-test`. Each says what a proof must answer.
 */
import type { Write } from '../db/database.ts';
import type { AuditTable } from '../db/schema.ts';
import { hashOf } from './chain.ts';
import {
  columns,
  deleteRows,
  forged,
  otherText,
  pick,
  replace,
  rewrite,
  setColumns,
  type Dice,
} from './forgery.ts';

export interface Attack {
  readonly name: string;
  /** Alters the log of rows 1…`rows.length` and answers the first row that is not as written. */
  run(write: Write, rows: readonly AuditTable[], dice: Dice): Promise<number>;
}

const nullable: ReadonlySet<string> = new Set([
  'actor',
  'actor_name',
  'division',
  'subject',
  'request',
]);

export const attacks: readonly Attack[] = [
  {
    name: 'alter one column of one row',
    async run(write, rows, dice) {
      const row = pick(rows, dice);
      const column = pick(columns, dice);
      const text = row[column];
      const isErased = nullable.has(column) && text !== null && dice(3) === 0;
      await setColumns(write, row.seq, { [column]: isErased ? null : otherText(text, dice) });
      return row.seq;
    },
  },
  {
    name: 'alter one row and recompute its hash',
    async run(write, rows, dice) {
      const row = pick(rows, dice);
      const altered = { ...row, details: otherText(row.details, dice) };
      await setColumns(write, row.seq, { details: altered.details, hash: hashOf(altered) });
      return row.seq;
    },
  },
  {
    name: 'alter one row and recompute the rest of the chain',
    async run(write, rows, dice) {
      const row = pick(rows, dice);
      const altered = { ...row, actor_name: otherText(row.actor_name, dice) };
      await rewrite(write, rows, [altered, ...rows.slice(row.seq)], row.seq);
      return row.seq;
    },
  },
  {
    name: 'give one row another number',
    async run(write, rows, dice) {
      const row = pick(rows, dice);
      const seq = dice(2) === 0 ? -dice(3) : rows.length + 1 + dice(1000);
      await write.updateTable('audit').set({ seq }).where('seq', '=', row.seq).execute();
      return row.seq;
    },
  },
  {
    name: 'delete a run of rows',
    async run(write, rows, dice) {
      const first = 1 + dice(rows.length);
      const last = Math.min(rows.length, first + dice(4));
      await deleteRows(write, first, last);
      return first;
    },
  },
  {
    name: 'cut off the end',
    async run(write, rows, dice) {
      const first = Math.max(1, rows.length - dice(10));
      await deleteRows(write, first, rows.length);
      return first;
    },
  },
  {
    name: 'cut off the end and seal what is left with the mark of its last row',
    async run(write, rows, dice) {
      const first = Math.max(2, rows.length - dice(10));
      await deleteRows(write, first, rows.length);
      const last = rows[first - 2];
      if (!last) throw new Error('The log is too short for this attack.');
      const { seq, hash, mac } = last;
      await write.updateTable('audit_seal').set({ seq, hash, mac }).execute();
      return seq;
    },
  },
  {
    name: 'delete one row, renumber and recompute the rest',
    async run(write, rows, dice) {
      const row = pick(rows, dice);
      const rest = rows.slice(row.seq).map((later) => ({ ...later, seq: later.seq - 1 }));
      await rewrite(write, rows, rest, row.seq);
      return row.seq;
    },
  },
  {
    name: 'delete one row and renumber the rest',
    async run(write, rows, dice) {
      const row = pick(rows, dice);
      await replace(
        write,
        row.seq,
        rows.slice(row.seq).map((later) => ({ ...later, seq: later.seq - 1 })),
      );
      return row.seq;
    },
  },
  {
    name: 'insert a row at the end',
    async run(write, rows, dice) {
      const seq = rows.length + 1;
      await replace(write, seq, [forged(rows, seq, dice)]);
      return seq;
    },
  },
  {
    name: 'insert a row and renumber the rest',
    async run(write, rows, dice) {
      const seq = 1 + dice(rows.length);
      const rest = rows.slice(seq - 1).map((later) => ({ ...later, seq: later.seq + 1 }));
      await replace(write, seq, [forged(rows, seq, dice), ...rest]);
      return seq;
    },
  },
  {
    name: 'insert a row, renumber and recompute the rest',
    async run(write, rows, dice) {
      const seq = 1 + dice(rows.length);
      const rest = rows.slice(seq - 1).map((later) => ({ ...later, seq: later.seq + 1 }));
      await rewrite(write, rows, [forged(rows, seq, dice), ...rest], seq);
      return seq;
    },
  },
  {
    name: 'swap two rows',
    async run(write, rows, dice) {
      const first = 1 + dice(rows.length - 1);
      const second = first + 1 + dice(rows.length - first);
      const swapped = rows
        .slice(first - 1)
        .map((row) =>
          row.seq === first
            ? { ...row, seq: second }
            : row.seq === second
              ? { ...row, seq: first }
              : row,
        )
        .sort((a, b) => a.seq - b.seq);
      await replace(write, first, swapped);
      return first;
    },
  },
  {
    name: 'alter the seal',
    async run(write, rows, dice) {
      const column = pick(['hash', 'mac'] as const, dice);
      const seal = await write.selectFrom('audit_seal').selectAll().executeTakeFirstOrThrow();
      await write
        .updateTable('audit_seal')
        .set({ [column]: otherText(seal[column], dice) })
        .execute();
      return rows.length;
    },
  },
  {
    name: 'delete the seal',
    async run(write, rows) {
      await write.deleteFrom('audit_seal').execute();
      return rows.length;
    },
  },
  {
    name: 'delete the whole log',
    async run(write, rows) {
      await deleteRows(write, 1, rows.length);
      return 1;
    },
  },
];
