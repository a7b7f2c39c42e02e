/** A listening front on a free loopback port, and raw requests to it, for the tests of this folder. */
import { request, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { createFront, type FrontOptions } from './front.ts';
import { close, createHttpServer, listen } from './http-server.ts';

export interface TestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface TestServer {
  readonly port: number;
  /** A request with exactly this path and these headers; nothing is added, followed or decoded. */
  get(path: string, headers?: Record<string, string>, method?: string): Promise<TestAnswer>;
  /** What comes back for these bytes, until the server closes the connection. */
  raw(bytes: string): Promise<string>;
  close(): Promise<void>;
}

export async function startFront(
  handler: RequestListener,
  options: Partial<FrontOptions> = {},
): Promise<TestServer> {
  const server = createHttpServer(
    createFront({
      handler,
      generation: () => ({ version: 'v1', day: '2026-01-01' }),
      headers: { 'x-content-type-options': 'nosniff' },
      ...options,
    }),
  );
  const listening = await listen(server, 0, '127.0.0.1');
  if (listening.status === 'failed') throw new Error(listening.code);
  const { port } = listening;
  return {
    port,
    get: (path, headers = {}, method = 'GET') => get(port, path, headers, method),
    raw: (bytes) => raw(port, bytes),
    close: () => close(server, 500),
  };
}

function get(
  port: number,
  path: string,
  headers: Record<string, string>,
  method: string,
): Promise<TestAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}
