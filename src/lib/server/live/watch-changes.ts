/**
 * Hears of writes of others: another instance on the same PostgreSQL (LISTEN/NOTIFY), or a command
 * line beside this process on the same SQLite file.
 */
import pg from 'pg';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

const channel = 'forest_cities_changed';
/** Milliseconds between looks at the SQLite file, and between attempts to listen again. */
const interval = 500;

export interface Changes {
  stop(): Promise<void>;
}

/**
 * Tells every instance on this database that something shown has changed. On SQLite there is nothing
 * to say: who shares the file looks at it.
 */
export async function announceChange({ dialect, read }: Database): Promise<void> {
  if (dialect === 'postgres') await sql`select pg_notify(${channel}, '')`.execute(read);
}

/** Calls `onChange` whenever somebody else may have written. `address` is the database's. */
export async function watchChanges(
  database: Database,
  address: string,
  onChange: () => void,
): Promise<Changes> {
  return database.dialect === 'postgres'
    ? await listen(address, onChange)
    : watchFile(database, onChange);
}

/** `PRAGMA data_version` is raised by every commit of another connection, never by one's own. */
function watchFile(database: Database, onChange: () => void): Changes {
  let seen: number | undefined;
  const look = async () => {
    const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(
      database.read,
    );
    const present = rows[0]?.data_version;
    if (seen !== undefined && present !== seen) onChange();
    seen = present;
  };
  // Between two looks a database that cannot be read is somebody else's message: /readyz tells it.
  const timer = setInterval(() => void look().catch(() => undefined), interval);
  timer.unref();
  return {
    stop: async () => clearInterval(timer),
  };
}

async function listen(address: string, onChange: () => void): Promise<Changes> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;

  const connect = async () => {
    const next = new pg.Client({
      connectionString: address,
      connectionTimeoutMillis: 5000,
      // It only listens: a peer that vanished without a word would never be missed.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    let isEnded = false;
    // Unheard, it would end the process. `end` follows.
    next.on('error', () => undefined);
    next.on('notification', onChange);
    next.once('end', () => {
      isEnded = true;
      // One that fails while it connects ends as well; who asked for it hears that from the rejection.
      if (client !== next) return;
      client = null;
      later();
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (isEnded || isStopped) throw new Error('The connection ended before it listened.');
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    client = next;
  };
  const later = () => {
    if (!isStopped) timer = setTimeout(() => void again(), interval).unref();
  };
  const again = async () => {
    try {
      await connect();
    } catch {
      later();
      return;
    }
    // What was said while nobody listened is not said again.
    onChange();
  };

  await connect();
  return {
    stop: async () => {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await client?.end();
    },
  };
}
