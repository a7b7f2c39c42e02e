/** The first start: the directory's facts become the database's, once and for all. */
import { programmeSchema, type Programme } from '../../domain/programme.ts';
import { join } from 'node:path';
import type { AuditLog } from '../audit/append.ts';
import { readJsonFile } from '../data/read-file.ts';
import type { SiteData } from '../data/site-data.ts';
import type { Database, Reader, Write } from '../db/database.ts';
import { fileSource, InvalidDataError } from '../file-source.ts';
import type { Clock } from '../read-model.ts';
import { appendFacts, type Facts } from './append-facts.ts';

/** What a database was seeded from, and a directory must still be. */
export interface SiteIdentity {
  readonly programme: string;
  readonly prefecture: string;
  readonly isDemonstration: boolean;
}

export type Seeding =
  | { readonly status: 'seeded' | 'present' }
  /** The database is of another site: one line for whoever started the process. */
  | { readonly status: 'refused'; readonly message: string };

export function identityOf(programme: Programme): SiteIdentity {
  const { id, prefecture, demonstration } = programme;
  return { programme: id, prefecture, isDemonstration: demonstration };
}

/** What this database was seeded from; `null`: it has not been. */
export async function readIdentity(read: Reader): Promise<SiteIdentity | null> {
  const row = await read.selectFrom('site').selectAll().executeTakeFirst();
  if (!row) return null;
  const { programme, prefecture, demonstration } = row;
  return { programme, prefecture, isDemonstration: demonstration === 1 };
}

/** The one line where the two are not of the same site; `null` where they are. */
export function otherSite(database: SiteIdentity, directory: SiteIdentity): string | null {
  const isSame =
    database.programme === directory.programme &&
    database.prefecture === directory.prefecture &&
    database.isDemonstration === directory.isDemonstration;
  if (isSame) return null;
  const name = ({ programme, prefecture, isDemonstration }: SiteIdentity) =>
    `${prefecture} ${programme}${isDemonstration ? ' (演示 demonstration)' : ''}`;
  return (
    `数据库属于另一个站点，请改用它的数据目录或另一个数据库 / the database is of another site: ` +
    `${name(database)}; DATA_DIR: ${name(directory)}`
  );
}

/**
 * On a database that is of no site yet, writes its site row, all facts of the directory and the audit
 * row `site.seeded` as one; processes that start together do it once. On one that is, writes nothing,
 * and refuses where it is not the directory's. Rejects with `InvalidDataError` where the directory does
 * not validate.
 */
export async function seed(
  database: Database,
  dataDir: string,
  audit: AuditLog,
  now: Clock,
): Promise<Seeding> {
  const present = await readIdentity(database.read);
  if (present) return compare(present, readProgramme(dataDir));
  const site = await fileSource(dataDir).read();
  return await database.write(async (write) => {
    const meanwhile = await readIdentity(write);
    if (meanwhile) return compare(meanwhile, site.data.programme);
    await seedWith(write, site, site.data.status, audit, now);
    return { status: 'seeded' };
  });
}

/** Makes the database that of this site, with these facts. */
export async function seedWith(
  write: Write,
  { data, version }: SiteData,
  facts: Facts,
  audit: AuditLog,
  now: Clock,
): Promise<void> {
  const at = new Date(now()).toISOString();
  const { programme, prefecture, isDemonstration } = identityOf(data.programme);
  await write
    .insertInto('site')
    .values({
      id: 1,
      programme,
      prefecture,
      demonstration: isDemonstration ? 1 : 0,
      seeded_at: at,
    })
    .execute();
  await appendFacts(write, facts, null);
  await audit.append(write, {
    at,
    actor: null,
    action: 'site.seeded',
    subject: programme,
    details: { ...countsOf(facts), version },
  });
}

/** How many of each: for the audit log and for people. */
export function countsOf({ sources, statements, events, reporting, quotas, places }: Facts) {
  return {
    sources: sources.length,
    statements: statements.length,
    events: events.length,
    reporting: reporting.length,
    quotas: quotas.length,
    places: places.length,
  };
}

function compare(present: SiteIdentity, programme: Programme): Seeding {
  const message = otherSite(present, identityOf(programme));
  return message === null ? { status: 'present' } : { status: 'refused', message };
}

function readProgramme(dataDir: string): Programme {
  const read = readJsonFile(join(dataDir, 'programme.json'), programmeSchema);
  if (read.status === 'invalid') throw new InvalidDataError(read.faults);
  return read.value;
}
