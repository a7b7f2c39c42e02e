import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { whileWanted } from './while-wanted.ts';

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** The address of a server that answers with what the work comes to. */
async function serving(
  task: (wanted: AbortSignal, req: IncomingMessage) => Promise<string>,
): Promise<string> {
  server = createServer((req, res) => {
    void whileWanted({ platform: { req } as App.Platform }, (wanted) => task(wanted, req)).then(
      (said) => res.end(said),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

it('tells the work once its reader has gone', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<undefined>();
  const { promise: told, resolve: tell } = Promise.withResolvers<boolean>();
  const url = await serving(async (wanted) => {
    const aborted = once(wanted, 'abort');
    begin(undefined);
    await aborted;
    tell(wanted.aborted);
    return '';
  });
  const request = get(url);
  request.on('error', () => undefined);
  await begun;
  request.destroy();
  expect(await told).toBe(true);
});

it('does not begin as wanted where the reader has gone before', async () => {
  const { promise: told, resolve: tell } = Promise.withResolvers<boolean>();
  server = createServer((req) => {
    req.socket.once('close', () => {
      void whileWanted({ platform: { req } as App.Platform }, async (wanted) =>
        tell(wanted.aborted),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const request = get(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  request.on('error', () => undefined);
  await once(server, 'request');
  request.destroy();
  expect(await told).toBe(true);
});

it('leaves nothing on a connection that brings other requests', async () => {
  const sockets = new Set<Socket>();
  const listeners: number[] = [];
  const url = await serving(async (wanted, { socket }) => {
    sockets.add(socket);
    listeners.push(socket.listenerCount('close'));
    return String(wanted.aborted);
  });
  const { port, hostname } = new URL(url);
  const reader = connect(Number(port), hostname).setEncoding('utf8');
  for (let visit = 0; visit < 3; visit += 1) {
    reader.write('GET / HTTP/1.1\r\nhost: test\r\n\r\n');
    let answer = '';
    while (!answer.endsWith('false')) answer += String((await once(reader, 'data'))[0]);
  }
  reader.destroy();
  expect(sockets.size).toBe(1);
  expect(listeners).toEqual(listeners.map(() => listeners[0]));
});
