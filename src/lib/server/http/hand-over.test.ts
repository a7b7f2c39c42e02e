import {
  createReadStream,
  mkdtempSync,
  readlinkSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFront, type TestServer } from './test-server.ts';

const script = '/_app/immutable/entry.js';
let folder: string;
let server: TestServer | undefined;
let logged: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
  logged = [];
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function serve(handler: RequestListener): Promise<TestServer> {
  server = await startFront(handler, { logError: (error) => logged.push(String(error)) });
  return server;
}

/** As adapter-node's file server sends a file: without a listener on it. */
function sends(file: string): RequestListener {
  return ({ headers: { range } }, response) => {
    const [, start, end] = /bytes=(\d+)-(\d+)/.exec(range ?? '') ?? [];
    const part = start === undefined ? {} : { start: Number(start), end: Number(end) };
    response.writeHead(200);
    createReadStream(file, part).pipe(response);
  };
}

describe('a handler that leaves a fault unheard', () => {
  it('throws: the reader is told, and the log', async () => {
    const { get } = await serve(() => {
      throw new RangeError('out of range');
    });
    expect((await get(script)).status).toBe(500);
    expect(logged).toEqual(['RangeError: out of range']);
  });

  it('rejects: the reader is told, and the log', async () => {
    const { get } = await serve((async () => {
      throw new Error('broken');
    }) as RequestListener);
    expect((await get(script)).status).toBe(500);
    expect((await get('/admin')).status).toBe(500);
    expect(logged).toEqual(['Error: broken', 'Error: broken']);
  });

  it('pipes a file that is not there any more: the answer breaks off, the next is given', async () => {
    const { get } = await serve(sends(join(folder, 'gone.js')));
    await expect(get(script)).rejects.toThrow(/hang up|ECONNRESET/);
    await expect(get('/favicon.svg')).rejects.toThrow(/hang up|ECONNRESET/);
    expect(logged).toHaveLength(2);
    expect(logged[0]).toContain('ENOENT');
  });

  it('is asked for a part that does not exist: the whole is sent', async () => {
    const file = join(folder, 'entry.js');
    writeFileSync(file, 'let tree;');
    const { get } = await serve(sends(file));
    for (const range of ['bytes=5-2', 'bytes=0-99999999999999999999', 'bytes=2-4']) {
      const answer = await get(script, { range });
      expect([answer.status, answer.body.toString()]).toEqual([200, 'let tree;']);
    }
  });

  it.runIf(process.platform === 'linux')(
    'is left by its reader amid a file: the file is closed',
    async () => {
      const file = join(folder, 'large.js');
      writeFileSync(file, Buffer.alloc(32 * 1024 * 1024, ' '));
      const { port } = await serve(sends(file));
      const isOpen = () =>
        readdirSync('/proc/self/fd').some((name) => {
          try {
            return readlinkSync(`/proc/self/fd/${name}`) === file;
          } catch {
            // The one with which the folder itself was read.
            return false;
          }
        });
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(`GET ${script} HTTP/1.1\r\nHost: x\r\n\r\n`);
      await new Promise((resolve) => socket.once('data', resolve));
      expect(isOpen()).toBe(true);
      socket.destroy();
      await expect.poll(isOpen).toBe(false);
    },
  );
});
