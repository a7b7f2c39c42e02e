/** Files that wait for their confirmation, in the table they share: as they came, with what was settled. */
import type { Selectable } from 'kysely';
import type { Reader, Write } from '../db/database.ts';
import type { LedgerTable } from '../db/schema.ts';
import type { KeptFile } from './kept-file.ts';

type Columns = Pick<LedgerTable, 'kind' | 'track'>;

/** What tells the files of one import from the others of the table, and how it reads its own. */
export interface Keeping<Choices, Kept extends KeptFile<Choices>> {
  readonly kinds: readonly LedgerTable['kind'][];
  /** Members in one order, so that the same choices have the same text. */
  choicesText(choices: Choices): string;
  /** Of a text that `choicesText` made. */
  choicesFrom(text: string): Choices;
  /** The file with what its columns mean to this import. */
  keptFrom(file: KeptFile<Choices>, columns: Columns): Kept;
}

/** A file as it is kept first. */
export interface NewFile<Choices>
  extends Columns, Omit<KeptFile<Choices>, 'version' | 'submission'> {
  readonly bytes: Uint8Array;
}

export interface KeptFileStore<Choices, Kept> {
  find(read: Reader, id: string): Promise<Kept | null>;
  /** Those of the author that became nothing, newest first. */
  unfinished(read: Reader, author: string): Promise<readonly Kept[]>;
  add(write: Write, file: NewFile<Choices>): Promise<void>;
  settle(write: Write, file: Pick<KeptFile, 'id' | 'version'>, choices: string): Promise<void>;
  becomes(write: Write, id: string, submission: string): Promise<void>;
  /** Removes what is older than `before`, and of the author all but the newest `most` unfinished ones. */
  removeOld(write: Write, old: Old): Promise<void>;
}

interface Old {
  readonly before: string;
  readonly author: string;
  readonly most: number;
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

/** The files of one import. */
export function createKeptFileStore<Choices, Kept extends KeptFile<Choices>>({
  kinds,
  choicesText,
  choicesFrom,
  keptFrom,
}: Keeping<Choices, Kept>): KeptFileStore<Choices, Kept> {
  function recordOf(row: Omit<Selectable<LedgerTable>, 'content'>): Kept {
    const { choices, uploaded_at: uploadedAt, kind, track, ...rest } = row;
    return keptFrom({ ...rest, uploadedAt, choices: choicesFrom(choices) }, { kind, track });
  }

  const unfinishedRows = (read: Reader, author: string) =>
    read
      .selectFrom('ledger')
      .where('author', '=', author)
      .where('kind', 'in', kinds)
      .where('submission', 'is', null)
      .orderBy('uploaded_at', 'desc')
      .orderBy('id');

  return {
    async find(read, id) {
      const row = await read
        .selectFrom('ledger')
        .select(columns)
        .where('id', '=', id)
        .where('kind', 'in', kinds)
        .executeTakeFirst();
      return row ? recordOf(row) : null;
    },

    async unfinished(read, author) {
      const rows = await unfinishedRows(read, author).select(columns).execute();
      return rows.map(recordOf);
    },

    async add(write, { id, division, track, author, name, kind, hash, uploadedAt, ...file }) {
      await write
        .insertInto('ledger')
        .values({
          ...{ id, division, track, author, name, kind, hash },
          content: Buffer.from(file.bytes),
          choices: choicesText(file.choices),
          version: 1,
          uploaded_at: uploadedAt,
          submission: null,
        })
        .execute();
    },

    async settle(write, { id, version }, choices) {
      await write
        .updateTable('ledger')
        .set({ choices, version: version + 1 })
        .where('id', '=', id)
        .execute();
    },

    async becomes(write, id, submission) {
      await write.updateTable('ledger').set({ submission }).where('id', '=', id).execute();
    },

    async removeOld(write, { before, author, most }) {
      await write.deleteFrom('ledger').where('uploaded_at', '<', before).execute();
      const kept = await unfinishedRows(write, author).select('id').execute();
      const surplus = kept.slice(most).map(({ id }) => id);
      if (surplus.length > 0) await write.deleteFrom('ledger').where('id', 'in', surplus).execute();
    },
  };
}

/** The bytes of a kept file; `null`: it is gone. */
export async function contentOf(read: Reader, id: string): Promise<Uint8Array | null> {
  const row = await read
    .selectFrom('ledger')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? new Uint8Array(row.content) : null;
}
