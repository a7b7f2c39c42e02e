import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createEventStream, livePath, liveVersionPath, type EventStream } from './event-stream.ts';

let server: Server | undefined;
let stream: EventStream | undefined;

afterEach(async () => {
  stream?.close();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

async function serve(version: () => string, limit?: number): Promise<string> {
  const made = createEventStream(version, { 'x-content-type-options': 'nosniff' }, limit);
  stream = made;
  const listening = createServer((request, response) => {
    if (!made.take(request, response, request.url ?? '')) response.writeHead(404).end();
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

function open(address: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => get(address, resolve).on('error', reject));
}

/** Waits until the stream has said this. */
function heard(response: IncomingMessage, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      all += chunk;
      if (all.includes(text)) resolve(all);
    });
    response.on('end', () => reject(new Error(`ended after: ${all}`)));
  });
}

describe('the stream of new versions', () => {
  it('tells the present version at once and each new one to everybody who listens', async () => {
    const origin = await serve(() => 'v1');
    const readers = await Promise.all([open(origin + livePath), open(origin + livePath)]);
    expect(readers[0].headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(readers[0].headers['cache-control']).toContain('no-store');
    const both = readers.map((reader) => heard(reader, 'data: v2\n\n'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    stream?.publish('v2');
    for (const text of await Promise.all(both)) {
      expect(text).toContain('event: version\ndata: v1\n\n');
    }
  });

  it('ends at shutdown, so the server need not wait', async () => {
    const reader = await open((await serve(() => 'v1')) + livePath);
    const ended = new Promise((resolve) => reader.once('end', resolve));
    reader.resume();
    stream?.close();
    expect(await ended).toBeUndefined();
  });

  it('sends those over the limit away to poll', async () => {
    const origin = await serve(() => 'v1', 1);
    await open(origin + livePath);
    const refused = await open(origin + livePath);
    expect(refused.statusCode).toBe(503);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const polled = await open(origin + liveVersionPath);
    expect(await heard(polled, '}')).toBe('{"version":"v1"}');
  });

  it('gives one place to a connection, however many requests are sent ahead on it', async () => {
    const origin = await serve(() => 'v1', 2);
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    const ask = `GET ${livePath} HTTP/1.1\r\nHost: x\r\n\r\n`;
    await new Promise((resolve) => socket.once('data', resolve).write(ask.repeat(3)));
    expect((await open(origin + livePath)).statusCode).toBe(200);
    socket.destroy();
  });

  it('drops who does not read, instead of keeping all of it for later', async () => {
    const origin = await serve(() => 'v1', 1);
    const dropped = new Promise((resolve) =>
      server?.once('connection', (connection) => connection.once('close', resolve)),
    );
    const silent = await open(origin + livePath);
    silent.on('error', () => undefined);
    silent.pause();
    // More than the system holds for a connection that is not read.
    const filling = setInterval(() => stream?.publish('v'.repeat(1_000_000)), 5);
    expect(await dropped.finally(() => clearInterval(filling))).toBeDefined();
    expect((await open(origin + livePath)).statusCode).toBe(200);
  });

  it('is for reading only, and leaves other addresses alone', async () => {
    const origin = await serve(() => 'v1');
    expect((await fetch(origin + livePath, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${origin}/live/other`)).status).toBe(404);
  });
});
