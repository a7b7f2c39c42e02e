/** Files of positions in the table that keeps ledgers, with what was settled about them. */
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import { datums } from '../../domain/geodata.ts';
import { placeLevels, type PlaceChoices, type PlaceDecisions } from '../../domain/place-import.ts';
import type { Reader } from '../db/database.ts';
import type { LedgerTable } from '../db/schema.ts';
import type { KeptPlaces } from './place-imports.ts';

/** Of the column `kind`: `track` holds the level. */
export const placesKind = 'places';

const choicesSchema = v.object({
  rows: v.record(v.string(), v.string()),
  declared: v.nullable(v.picklist(datums)),
  decided: v.nullable(v.picklist(datums)),
  source: v.object({
    title: v.string(),
    publisher: v.string(),
    documentNumber: v.string(),
    location: v.string(),
    note: v.string(),
  }),
});

/** Members in one order, so that the same decisions have the same text. */
export function decisionsText({ rows, declared, decided }: PlaceDecisions): string {
  return JSON.stringify({ rows, declared, decided });
}

export function placeChoicesText({ rows, declared, decided, source }: PlaceChoices): string {
  return JSON.stringify({ rows, declared, decided, source });
}

const columns = [
  'id',
  'division',
  'track',
  'author',
  'name',
  'hash',
  'choices',
  'version',
  'uploaded_at',
  'submission',
] as const;

export type PlacesRecord = KeptPlaces & { readonly version: number };

type Row = Omit<Selectable<LedgerTable>, 'content' | 'kind'>;

function recordOf({ choices, uploaded_at: uploadedAt, track, ...rest }: Row): PlacesRecord {
  return {
    ...rest,
    level: v.parse(v.picklist(placeLevels), track),
    uploadedAt,
    choices: v.parse(choicesSchema, JSON.parse(choices)),
  };
}

/** Everything but its content. */
export async function placesById(read: Reader, id: string): Promise<PlacesRecord | null> {
  const row = await read
    .selectFrom('ledger')
    .select(columns)
    .where('id', '=', id)
    .where('kind', '=', placesKind)
    .executeTakeFirst();
  return row ? recordOf(row) : null;
}

/** Those of the author that became no submission, newest first. */
export async function unfinishedPlaces(
  read: Reader,
  author: string,
): Promise<readonly PlacesRecord[]> {
  const rows = await read
    .selectFrom('ledger')
    .select(columns)
    .where('author', '=', author)
    .where('kind', '=', placesKind)
    .where('submission', 'is', null)
    .orderBy('uploaded_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}
