/** nginx beside us: the very bytes our server sends, as static files, on loopback. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request, type Answer } from './site.ts';

export interface Nginx {
  readonly origin: string;
  close(): Promise<void>;
}

/** Headers nginx sets by itself, or that hold for one answer only. */
const ownHeaders = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'etag',
  'keep-alive',
  'last-modified',
  'server',
  'transfer-encoding',
]);

/** Serves each answer under its name (`/page`, `/api`), coding and headers as ours has them. */
export async function startNginx(
  answers: Readonly<Record<string, Answer>>,
  workers: 'auto' | 1,
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
  const port = await freePort();
  for (const name of ['files', 'body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) {
    mkdirSync(join(folder, name));
  }
  for (const [name, answer] of Object.entries(answers)) {
    writeFileSync(join(folder, 'files', name), answer.body);
  }
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, workers, answers));
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const close = async (): Promise<void> => {
    await stop(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (const [name, answer] of Object.entries(answers)) {
    const served = await retry(() => request(`${origin}/${name}`, 'gzip'));
    if (served.status !== 200 || !served.body.equals(answer.body)) {
      await close();
      throw new Error(`nginx answers /${name} otherwise (${served.status}).`);
    }
  }
  return { origin, close };
}

/** As Debian has it by default (sendfile), without its logs. */
function configuration(
  folder: string,
  port: number,
  workers: 'auto' | 1,
  answers: Readonly<Record<string, Answer>>,
): string {
  const locations = Object.entries(answers).map(([name, { headers }]) => {
    const kept = Object.entries(headers).filter(([header]) => !ownHeaders.has(header));
    const lines = kept.map(
      ([header, value]) => `add_header ${header} ${JSON.stringify(String(value))};`,
    );
    const type = JSON.stringify(headers['content-type'] ?? 'application/octet-stream');
    return `location = /${name} { types { } default_type ${type}; ${lines.join(' ')} }`;
  });
  return `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes ${workers};
pid nginx.pid;
events { worker_connections 2048; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  keepalive_requests 1000000000;
  server {
    listen 127.0.0.1:${port} backlog=2048;
    root ${JSON.stringify(join(folder, 'files'))};
    ${locations.join('\n    ')}
  }
}
`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function retry<T>(task: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 30; attempt += 1) {
    try {
      return await task();
    } catch {
      // Not listening yet.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return task();
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGQUIT');
  await ended;
}
