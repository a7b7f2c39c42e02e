import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { formLimit } from './body-limit.ts';
import { createDirectGates } from './direct-gates.ts';
import { close, createHttpServer, listen } from './http-server.ts';

let server: Server | undefined;
let port = 0;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  if (server) await close(server, 200);
});

/** Answers each request when its body is whole; who has a cookie is signed in. */
async function start(formTime?: number): Promise<void> {
  const gates = createDirectGates(
    (request) => Promise.resolve(request.headers.cookie !== undefined),
    undefined,
    formTime,
  );
  const read = (request: IncomingMessage, response: ServerResponse) =>
    new Promise<void>((resolve) => {
      request.on('end', () => response.end('read')).resume();
      response.once('close', resolve);
    });
  server = createHttpServer((request, response) => {
    void gates
      .run(request, response, () => read(request, response))
      .then(({ status }) => {
        if (status === 'refused') response.writeHead(503).end();
      });
  });
  const listening = await listen(server, 0, '127.0.0.1');
  if (listening.status === 'failed') throw new Error(listening.code);
  port = listening.port;
}

/** Sends a head that announces `length` bytes and this much of them; what comes back within the time. */
function send(
  length: number,
  body: string,
  { cookie = '', wait = 2000, to = 'POST /admin' } = {},
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    let text = '';
    const end = setTimeout(() => resolve(text || 'waiting'), wait);
    const finish = (answer: string) => {
      clearTimeout(end);
      resolve(answer);
    };
    socket.on('data', (chunk) => {
      text += chunk.toString();
      finish(text.slice(9, 12));
    });
    socket.on('close', () => finish(text === '' ? 'cut' : text.slice(9, 12)));
    socket.on('error', () => undefined);
    const head = cookie === '' ? '' : `Cookie: ${cookie}\r\n`;
    socket.write(`${to} HTTP/1.1\r\nHost: x\r\n${head}Content-Length: ${length}\r\n\r\n${body}`);
  });
}

const times = <Value>(count: number, make: () => Value) => Array.from({ length: count }, make);

describe('strangers who send slowly', () => {
  it('keep neither the signed-in out nor those who only read', async () => {
    await start();
    const slow = times(16, () => send(100, 'a', { wait: 300 }));
    expect(new Set(await Promise.all(slow))).toEqual(new Set(['waiting']));
    expect(await send(1, 'a', { cookie: 'session=1' })).toBe('200');
    expect(await send(0, '')).toBe('200');
  });

  it('fill the places of their own network only so far', async () => {
    await start();
    await Promise.all(times(16, () => send(100, 'a', { wait: 300 })));
    expect(await send(1, 'a')).toBe('503');
    sockets.pop()?.destroy();
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await send(1, 'a')).toBe('200');
  });

  it('keep nobody who is signed in from sending files', async () => {
    await start();
    const slow = times(8, () => send(formLimit + 1, 'a', { wait: 300 }));
    expect(new Set(await Promise.all(slow))).toEqual(new Set(['waiting']));
    const file = 'a'.repeat(formLimit + 1);
    expect(await send(formLimit + 1, file, { cookie: 'session=1' })).toBe('200');
  });

  it('are cut off where a form without files does not come', async () => {
    await start(100);
    expect(await send(100, 'a')).toBe('cut');
    expect(await send(1, 'a')).toBe('200');
  });
});

describe('files that are read for seconds', () => {
  it.each([
    'POST /admin/import?/upload',
    'POST /admin/%70laces?%2Fupload',
    'POST /admin/import/1?/confirm',
    'GET /admin/places/1',
  ])('keep nobody from the desk (%s)', async (to) => {
    await start();
    // More than all places of the desk: what has no end holds the place it got.
    const held = times(40, () => send(100, 'a', { cookie: 'session=1', wait: 300, to }));
    expect(new Set(await Promise.all(held))).toEqual(new Set(['waiting']));
    expect(await send(1, 'a', { cookie: 'session=1' })).toBe('200');
    expect(await send(0, '', { cookie: 'session=1', to: 'GET /admin/import' })).toBe('200');
  });
});
