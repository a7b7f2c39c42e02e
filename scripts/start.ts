/** `npm start`: settings, data, build, serve. `--help` tells the rest. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IncomingMessage, RequestListener } from 'node:http';
import { config } from '../src/lib/server/config.ts';
import { logError } from '../src/lib/server/http/error-log.ts';
import { uploadLimit } from '../src/lib/server/http/body-limit.ts';
import { createFront, schemeHeader } from '../src/lib/server/http/front.ts';
import { close, createHttpServer, listen } from '../src/lib/server/http/http-server.ts';
import { securityHeaders } from '../src/lib/server/http/security-headers.ts';
import { createEventStream } from '../src/lib/server/live/event-stream.ts';
import { office } from '../src/lib/server/office.ts';
import { openSiteAndOffice } from '../src/lib/server/open-office.ts';
import { onNewVersion, readModel } from '../src/lib/server/site.ts';
import { help, readArguments } from './start/arguments.ts';
import { build, isBuilt } from './start/build.ts';

const root = join(import.meta.dirname, '..');

function fail(line: string, code = 1): never {
  console.error(line);
  process.exit(code);
}

const args = readArguments(process.argv.slice(2));
if (args.status === 'help') {
  console.log(help);
  process.exit(0);
}
if (args.status === 'unknown') fail(`${args.message}\n\n${help}`, 2);

process.chdir(root);
if (args.isDemo) {
  process.env['DATA_DIR'] = join('data', 'demo');
  process.env['VAR_DIR'] = join(process.env['VAR_DIR'] || 'var', 'demo');
}
const settings = config();
const { port, host, origin } = settings;
// First, so that wrong data or a database that is not there is told before anybody waits for a build.
const site = args.mode === 'build' ? null : await openSiteAndOffice(settings);
if (site?.status === 'failed') fail(site.message);

if (!isBuilt(root)) {
  if (args.mode === 'serve')
    console.error('构建早于源文件或不存在 / the build is missing or out of date');
  else {
    console.log('正在构建 / building …');
    const result = await build(root);
    if (result.status === 'failed') fail(`${result.output}\n构建失败 / the build failed`);
  }
}

if (site === null) process.exit(0);

// Read by adapter-node when its handler is loaded.
process.env['BODY_SIZE_LIMIT'] = String(uploadLimit);
if (origin === null) process.env['PROTOCOL_HEADER'] = schemeHeader;

const entry = pathToFileURL(join(root, 'build', 'handler.js')).href;
const { handler } = (await import(entry).catch((error: unknown) =>
  fail(
    `无法载入构建 / cannot load the build: ${error instanceof Error ? error.message : String(error)}`,
  ),
)) as { handler: RequestListener };

/** A database that cannot tell is told of by the page itself. */
async function isSignedIn({ headers: { cookie = '' } }: IncomingMessage): Promise<boolean> {
  const present = await office()
    .accounts.whoIs(new Headers({ cookie }))
    .catch(() => null);
  return present !== null;
}

const headers = securityHeaders({ origin });
const live = createEventStream(() => readModel().version, headers);
onNewVersion(live.publish);
const server = createHttpServer(
  createFront({
    handler,
    generation: () => {
      const model = readModel();
      return { version: model.version, day: model.today() };
    },
    headers,
    live,
    isSignedIn,
    logError: (error, method, path) => logError({ error, method, path, status: 500 }),
  }),
);
const listening = await listen(server, port, host);
if (listening.status === 'failed') {
  const reason =
    listening.code === 'EADDRINUSE' ? '端口已被占用 / the port is taken' : listening.code;
  fail(`无法监听 / cannot listen on ${host ?? ''}:${port}: ${reason}`);
}

// A connection that could not be taken (EMFILE) is tried again by whoever made it; unheard, it would end
// the process.
server.on('error', (error) =>
  logError({ error, method: 'CONNECT', path: 'connection', status: 503 }),
);

/** Milliseconds for the database to be let go of: one that does not answer must not hold the process. */
const lettingGo = 5_000;

/** Lets the requests in hand finish, and ends: with 1 where the database was not let go of in order. */
const stop = async (): Promise<never> => {
  live.close();
  await close(server);
  const left = setTimeout(() => process.exit(1), lettingGo);
  const code = await site.close().then(
    () => 0,
    (error: unknown) => {
      logError({ error, method: 'STOP', path: 'database', status: 500 });
      return 1;
    },
  );
  clearTimeout(left);
  process.exit(code);
};

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // Once: a second signal ends the process at once, as people expect of Ctrl+C.
  process.once(signal, () => void stop());
}

const shown = host === null || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
const address = origin ?? `http://${shown.includes(':') ? `[${shown}]` : shown}:${listening.port}`;
const { programme } = readModel().site.data;
console.log(`${programme.name['zh-CN']}地图: ${address}`);
if (site.setUpPath !== null) {
  console.log(
    `设置首位管理员（一次有效）/ one-time link for the first administrator: ${address}${site.setUpPath}`,
  );
}
