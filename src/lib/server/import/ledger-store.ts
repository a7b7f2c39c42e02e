/** Ledgers in the database: kept as they came, with what was settled about them. */
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import type { Reader, Write } from '../db/database.ts';
import type { LedgerTable } from '../db/schema.ts';
import type { KeptLedger, LedgerChoices } from './imports.ts';

const choicesSchema = v.object({
  rows: v.record(v.string(), v.string()),
  effective: v.optional(v.string()),
  stage: v.optional(v.string()),
});

export const noChoices: LedgerChoices = { rows: {} };

export function choicesText({ rows, effective, stage }: LedgerChoices): string {
  return JSON.stringify({ rows, effective, stage });
}

function choicesFrom(text: string): LedgerChoices {
  const { rows, effective, stage } = v.parse(choicesSchema, JSON.parse(text));
  return {
    rows,
    ...(effective !== undefined && { effective }),
    ...(stage !== undefined && { stage }),
  };
}

const columns = [
  'id',
  'division',
  'track',
  'author',
  'name',
  'kind',
  'hash',
  'choices',
  'version',
  'uploaded_at',
  'submission',
] as const;

export type LedgerRecord = KeptLedger & { readonly version: number };

/** Files of positions are kept in the same table (places/place-store.ts). */
const ledgerKinds = ['file', 'paste'] as const;

function ledgerOf(row: Omit<Selectable<LedgerTable>, 'content'>): LedgerRecord {
  const { choices, uploaded_at: uploadedAt, kind, ...rest } = row;
  return {
    ...rest,
    kind: kind === 'paste' ? kind : 'file',
    uploadedAt,
    choices: choicesFrom(choices),
  };
}

/** Everything but its content. */
export async function ledgerById(read: Reader, id: string): Promise<LedgerRecord | null> {
  const row = await read
    .selectFrom('ledger')
    .select(columns)
    .where('id', '=', id)
    .where('kind', 'in', ledgerKinds)
    .executeTakeFirst();
  return row ? ledgerOf(row) : null;
}

export async function contentOf(read: Reader, id: string): Promise<Uint8Array | null> {
  const row = await read
    .selectFrom('ledger')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** Those of the author that became no draft, newest first. */
export async function unfinishedOf(read: Reader, author: string): Promise<readonly LedgerRecord[]> {
  const rows = await read
    .selectFrom('ledger')
    .select(columns)
    .where('author', '=', author)
    .where('kind', 'in', ledgerKinds)
    .where('submission', 'is', null)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(ledgerOf);
}

/** Removes what is older than `before`, and of the author all but the newest `most` unfinished ones of these kinds. */
export async function removeOld(
  write: Write,
  {
    before,
    author,
    most,
    kinds = ledgerKinds,
  }: {
    readonly before: string;
    readonly author: string;
    readonly most: number;
    readonly kinds?: readonly LedgerTable['kind'][];
  },
): Promise<void> {
  await write.deleteFrom('ledger').where('uploaded_at', '<', before).execute();
  const kept = await write
    .selectFrom('ledger')
    .select('id')
    .where('author', '=', author)
    .where('kind', 'in', kinds)
    .where('submission', 'is', null)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id')
    .execute();
  const surplus = kept.slice(most).map(({ id }) => id);
  if (surplus.length > 0) await write.deleteFrom('ledger').where('id', 'in', surplus).execute();
}
