/** Opens accounts and settings for a command line, beside a running site or without one. */
import { join } from 'node:path';
import type { Accounts } from '../../src/lib/server/accounts/accounts.ts';
import { createAuditLog } from '../../src/lib/server/audit/append.ts';
import { config, type Config } from '../../src/lib/server/config.ts';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';
import { openDatabase } from '../../src/lib/server/db/open.ts';
import { DatabaseUnavailable } from '../../src/lib/server/db/unavailable.ts';
import { InvalidDataError } from '../../src/lib/server/file-source.ts';
import { readKeys } from '../../src/lib/server/keys.ts';
import { createSettings } from '../../src/lib/server/settings/create-settings.ts';
import type { Settings } from '../../src/lib/server/settings/settings.ts';

export interface Tools {
  /** Made when asked for: loading them takes a second that a setting does not need. */
  readonly accounts: () => Promise<Accounts>;
  readonly settings: Settings;
  /** Where readers find the site; `null`: not told. */
  readonly origin: string | null;
}

/** What could not be opened, as a line for the operator. */
export class NotOpen extends Error {}

/** Runs `task` over the site the environment names, and closes it again. Rejects with `NotOpen`. */
export async function withTools(
  isDemo: boolean,
  task: (tools: Tools) => Promise<number>,
): Promise<number> {
  if (isDemo) {
    process.env['DATA_DIR'] = join('data', 'demo');
    process.env['VAR_DIR'] = join(process.env['VAR_DIR'] || 'var', 'demo');
  }
  const site = config();
  const read = await readKeys(site, { mustExist: true });
  if (read.status === 'invalid') throw new NotOpen(read.message);
  const { keys } = read;
  const database = await openDatabase(site, { mustExist: true }).catch((error: unknown) => {
    throw error instanceof DatabaseUnavailable ? new NotOpen(error.message) : error;
  });
  try {
    const now = (): number => Date.now();
    const audit = createAuditLog(keys.audit);
    const settings = createSettings({ database, audit, now });
    const accounts = async (): Promise<Accounts> => {
      const { createAccounts } = await import('../../src/lib/server/accounts/create-accounts.ts');
      return await createAccounts({
        database,
        audit,
        settings,
        secret: keys.auth,
        origin: site.origin,
        counties: () => countiesOf(site),
        now,
      });
    };
    return await task({ accounts, settings, origin: site.origin });
  } finally {
    await database.close();
  }
}

/** Read when a county is to be checked, and not before: most commands ask for none. */
function countiesOf({ dataDir }: Pick<Config, 'dataDir'>): readonly string[] {
  const read = readDataDirectory(dataDir);
  if (read.status === 'invalid') throw new InvalidDataError(read.faults);
  return read.site.data.divisions.filter(({ level }) => level === 'county').map(({ code }) => code);
}
