import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { close, createHttpServer, listen } from './http-server.ts';

const quick = {
  headersTimeout: 100,
  requestTimeout: 300,
  keepAliveTimeout: 100,
  connectionsCheckingInterval: 20,
};

/** Sends the bytes, then one more now and then, until the server has had enough. */
async function drip(start: string): Promise<{ milliseconds: number; answer: string }> {
  const server = createHttpServer((request, response) => {
    request.resume().once('end', () => response.end('done'));
  }, quick);
  const listening = await listen(server, 0, '127.0.0.1');
  if (listening.status === 'failed') throw new Error(listening.code);
  const since = performance.now();
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(listening.port, '127.0.0.1', () => socket.write(start));
    const dripping = setInterval(() => socket.write('a'), 20);
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(text);
    });
  });
  await close(server, 100);
  return { milliseconds: performance.now() - since, answer };
}

describe('a request sent a byte at a time', () => {
  it.each([
    ['its headers', 'GET / HTTP/1.1\r\nHost: x\r\nX: '],
    ['its body', 'POST /admin HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n'],
  ])('%s, is answered 408 and cut off', async (_part, start) => {
    const { milliseconds, answer } = await drip(start);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(milliseconds).toBeLessThan(3000);
  });
});
