/**
 * Puts the site together, once for each process: keys, database, facts, read model, accounts,
 * submissions. The only place that knows which part needs which.
 */
import { createAccounts } from './accounts/create-accounts.ts';
import { actorNow } from './accounts/sessions.ts';
import { createAuditLog, takesKey } from './audit/append.ts';
import type { Config } from './config.ts';
import { countyAreas } from './data/county-areas.ts';
import { extentOf } from './data/extent.ts';
import { databaseAddress, openDatabase } from './db/open.ts';
import { asUnavailable, DatabaseUnavailable } from './db/unavailable.ts';
import { databaseSource } from './facts/database-source.ts';
import { seed } from './facts/seed.ts';
import { InvalidDataError } from './file-source.ts';
import { logError } from './http/error-log.ts';
import { createImports } from './import/create-imports.ts';
import { readKeys } from './keys.ts';
import { heedUnanswered } from './live/heed-unanswered.ts';
import { persistently } from './live/persistently.ts';
import { announceChange, watchChanges } from './live/watch-changes.ts';
import { openOffice } from './office.ts';
import { createPlaceImports } from './places/create-place-imports.ts';
import { createSettings } from './settings/create-settings.ts';
import { openSite, readModel, refreshSite, settled } from './site.ts';
import { createSubmissions } from './submissions/create-submissions.ts';
import type { SubmissionsOptions } from './submissions/options.ts';
import { newSubmissionId } from './submissions/submission-id.ts';

export type Opened =
  | {
      readonly status: 'open';
      /** Path of the one-time link that makes the first administrator; `null`: there are accounts. */
      readonly setUpPath: string | null;
      /** Lets go of the database. */
      close(): Promise<void>;
    }
  /** Lines for whoever started the process. */
  | { readonly status: 'failed'; readonly message: string };

const otherKey =
  '操作日志由另一个密钥封存：请恢复与数据库同一备份的 keys.json（或 AUDIT_KEY） / ' +
  'the audit log is sealed with another key: restore the keys.json (or AUDIT_KEY) of the same backup as the database';

/** Opens the site and the office these settings name, and makes them those of this process. */
export async function openSiteAndOffice(config: Config): Promise<Opened> {
  try {
    return await open(config);
  } catch (error) {
    if (error instanceof DatabaseUnavailable || error instanceof InvalidDataError) {
      return { status: 'failed', message: error.message };
    }
    throw error;
  }
}

async function open(config: Config): Promise<Opened> {
  const read = await readKeys(config).catch((error: unknown) => {
    throw asUnavailable(error, config.varDir);
  });
  if (read.status === 'invalid') return { status: 'failed', message: read.message };
  const { keys } = read;
  const database = await openDatabase(config);
  if (!(await takesKey(database.read, keys.audit))) {
    await database.close();
    return { status: 'failed', message: otherKey };
  }
  const audit = createAuditLog(keys.audit);
  const now = (): number => Date.now();

  const source = databaseSource(database, config.dataDir);
  const seeded = await seed(database, config.dataDir, audit, now);
  if (seeded.status === 'refused') {
    await database.close();
    return { status: 'failed', message: seeded.message };
  }
  await openSite(source);

  const failed = (error: unknown) =>
    void logError({ error, method: 'REFRESH', path: 'database', status: 500 });
  // Nothing but the next write would ask again: till then the pages would be of yesterday.
  const refresh = persistently(refreshSite, failed);
  const announce = persistently(() => announceChange(database), failed);
  const changed = () => {
    refresh.ask();
    announce.ask();
  };
  // Writes follow one another: once an empty one is done, the one in doubt stands or never will.
  const lookAfter = persistently(async () => {
    await database.write(async () => undefined);
    changed();
  }, failed);
  const changes = await watchChanges(database, databaseAddress(config), refresh.ask);
  const settings = createSettings({ database, audit, now });
  const accounts = await createAccounts({
    database,
    audit,
    settings,
    secret: keys.auth,
    issuer: readModel().site.data.programme.name['zh-CN'],
    now,
    origin: config.origin,
    counties: () =>
      readModel()
        .site.data.divisions.filter(({ level }) => level === 'county')
        .map(({ code }) => code),
  });
  const submissionsOptions: SubmissionsOptions = {
    database: heedUnanswered(database, lookAfter.ask),
    audit,
    now,
    newId: newSubmissionId,
    data: () => readModel().site.data,
    extent: () => extentOf(readModel().site.geometry),
    changed,
    hasHead: (county, writers) => accounts.hasHead(county, writers),
    actorNow,
    names: () => accounts.names(),
  };
  const submissions = createSubmissions(submissionsOptions);
  openOffice({
    database,
    accounts,
    submissions,
    imports: createImports(submissionsOptions),
    placeImports: createPlaceImports({
      ...submissionsOptions,
      counties: () => countyAreas(readModel().site.geometry),
      submissions,
    }),
    settings,
    auditKey: keys.audit,
    record: (entry) =>
      database.write((write) =>
        audit.append(write, { ...entry, at: new Date(now()).toISOString() }),
      ),
  });
  return {
    status: 'open',
    setUpPath: await accounts.setUpLink('start'),
    close: async () => {
      refresh.stop();
      announce.stop();
      lookAfter.stop();
      await changes.stop();
      await settled();
      await database.close();
    },
  };
}
