/** `npm start`: settings, data, build, serve. `--help` tells the rest. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RequestListener } from 'node:http';
import { config } from '../src/lib/server/config.ts';
import { fileSource } from '../src/lib/server/file-source.ts';
import { logError } from '../src/lib/server/http/error-log.ts';
import { createFront } from '../src/lib/server/http/front.ts';
import { close, createHttpServer, listen } from '../src/lib/server/http/http-server.ts';
import { securityHeaders } from '../src/lib/server/http/security-headers.ts';
import { openSiteOrExit } from '../src/lib/server/site.ts';
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
const { port, host, origin, dataDir } = config();
const model = await openSiteOrExit(fileSource(dataDir));

if (!isBuilt(root)) {
  if (args.mode === 'serve')
    console.error('构建早于源文件或不存在 / the build is missing or out of date');
  else {
    console.log('正在构建 / building …');
    const result = await build(root);
    if (result.status === 'failed') fail(`${result.output}\n构建失败 / the build failed`);
  }
}

if (args.mode === 'build') process.exit(0);

const entry = pathToFileURL(join(root, 'build', 'handler.js')).href;
const { handler } = (await import(entry).catch((error: unknown) =>
  fail(
    `无法载入构建 / cannot load the build: ${error instanceof Error ? error.message : String(error)}`,
  ),
)) as { handler: RequestListener };

const server = createHttpServer(
  createFront({
    handler,
    generation: () => ({ version: model.version, day: model.today() }),
    headers: securityHeaders({ origin }),
    logError: (error, method, path) => logError({ error, method, path, status: 500 }),
  }),
);
const listening = await listen(server, port, host);
if (listening.status === 'failed') {
  const reason =
    listening.code === 'EADDRINUSE' ? '端口已被占用 / the port is taken' : listening.code;
  fail(`无法监听 / cannot listen on ${host ?? ''}:${port}: ${reason}`);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // Once: a second signal ends the process at once, as people expect of Ctrl+C.
  process.once(signal, () => {
    void close(server).then(() => process.exit(0));
  });
}

const shown = host === null || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
console.log(
  `${model.site.data.programme.name['zh-CN']}地图: ${origin ?? `http://${shown.includes(':') ? `[${shown}]` : shown}:${listening.port}`}`,
);
