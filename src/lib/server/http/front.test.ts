import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { RequestListener, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { pages } from './test-pages.ts';
import { startFront, type TestServer } from './test-server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('a shared address', () => {
  it('is rendered once, however many ask at the same moment', async () => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    const answers = await Promise.all(Array.from({ length: 50 }, () => server?.get('/')));
    expect(answers.every((answer) => answer?.status === 200)).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', (body: Buffer) => gunzipSync(body)],
    ['identity', (body: Buffer) => body],
  ])('comes in %s with the same content and a tag of its own', async (coding, decode) => {
    const { handler } = pages();
    server = await startFront(handler);
    const plain = await server.get('/');
    const answer = await server.get('/', { 'accept-encoding': coding });
    expect(decode(answer.body).equals(plain.body)).toBe(true);
    expect(answer.headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding);
    expect(answer.headers.etag).toMatch(new RegExp(`^"[\\w-]+-${coding}"$`));
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(answer.headers.vary).toBe('Accept-Encoding, Cookie');
  });

  it('answers 304 without a body to whoever has it already', async () => {
    const { handler } = pages();
    server = await startFront(handler);
    const { headers } = await server.get('/', { 'accept-encoding': 'br' });
    const again = await server.get('/', {
      'accept-encoding': 'br',
      'if-none-match': `"other", W/${headers.etag}`,
    });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.headers.etag).toBe(headers.etag);
    expect(again.headers['cache-control']).toBe('public, no-cache');
    const otherCoding = await server.get('/', { 'if-none-match': headers.etag ?? '' });
    expect(otherCoding.status).toBe(200);
  });

  it('goes by the date only where no tag was sent, and never by one before the process began', async () => {
    const { handler } = pages();
    server = await startFront(handler);
    const later = new Date(Date.now() + 5000).toUTCString();
    const ask = (headers: Record<string, string>) => server?.get('/', headers);
    expect((await ask({ 'if-modified-since': later }))?.status).toBe(304);
    expect((await ask({ 'if-modified-since': later, 'if-none-match': '"x"' }))?.status).toBe(200);
    const dated = { 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' };
    expect((await ask(dated))?.status).toBe(200);
    expect((await ask({ 'if-modified-since': 'yesterday' }))?.status).toBe(200);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const { handler } = pages();
    server = await startFront(handler);
    const get = await server.get('/');
    const head = await server.get('/', {}, 'HEAD');
    expect(head.body).toHaveLength(0);
    const date = expect.any(String);
    expect({ ...head.headers, date }).toEqual({ ...get.headers, date });
  });

  it('gives each choice of language, look and text its own answer and ignores other cookies', async () => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    const cookies = [
      '',
      'lang=en',
      'session=1; lang=en',
      'lang=en; look=dark',
      'look=evil',
      'text=large',
    ];
    const bodies: string[] = [];
    for (const cookie of cookies) {
      bodies.push((await server.get('/', { cookie })).body.toString());
    }
    expect(new Set(bodies).size).toBe(4);
    expect(asked).toHaveLength(4);
    expect(asked.map(({ cookie }) => cookie).join()).not.toMatch(/session|evil/);
  });

  it('tells the handler no Host of a reader', async () => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    await server.get('/', { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    expect(asked).toEqual([{ url: '/', host: 'localhost', cookie: 'look=auto; text=normal' }]);
  });

  it('is rendered anew when the data or the day changes', async () => {
    const { handler, asked } = pages();
    let generation = { version: 'v1', day: '2026-01-01' };
    server = await startFront(handler, { generation: () => generation });
    await server.get('/');
    generation = { ...generation, day: '2026-01-02' };
    await server.get('/');
    generation = { ...generation, version: 'v2' };
    await server.get('/');
    await server.get('/');
    expect(asked).toHaveLength(3);
  });

  it.each([
    [{ 'set-cookie': 'session=1' }, 2],
    [{ 'set-cookie': 'lang=en; Path=/' }, 1],
    [{ 'cache-control': 'private, no-store' }, 2],
  ])('with %o is rendered %i times for two readers', async (headers, times) => {
    const { handler, asked } = pages(headers);
    server = await startFront(handler);
    await server.get('/');
    await server.get('/');
    expect(asked).toHaveLength(times);
  });

  it('carries the security headers when nothing is new and when a hook has failed', async () => {
    const { handler } = pages({ 'content-security-policy': "default-src 'self'" });
    let status = 200;
    server = await startFront((request, response) => {
      response.statusCode = status;
      handler(request, response);
    });
    const { headers } = await server.get('/');
    const unchanged = await server.get('/', { 'if-none-match': headers.etag ?? '' });
    expect(unchanged.status).toBe(304);
    expect(unchanged.headers['content-security-policy']).toBe("default-src 'self'");
    expect(unchanged.headers['x-content-type-options']).toBe('nosniff');
    status = 500;
    // As SvelteKit answers where `handle` itself throws: a page, and no header of ours.
    const failed = await server.get('/method');
    expect(failed.headers['x-content-type-options']).toBe('nosniff');
    const machine = await server.get('/api/v1/status.json');
    expect(machine.headers['content-type']).toContain('application/problem+json');
    expect(machine.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('answers the geometry alike for every reader', async () => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    for (const cookie of ['lang=en', 'look=dark', 'lang=en; text=large']) {
      await server.get('/map-geometry.json?version=v1', { cookie, 'accept-language': 'en' });
    }
    expect(asked).toEqual([
      { url: '/map-geometry.json?version=v1', host: 'localhost', cookie: '' },
    ]);
  });

  it('survives a handler that fails, and says so', async () => {
    const errors: unknown[] = [];
    const handler: RequestListener = () => {
      throw new Error('secret');
    };
    server = await startFront(handler, { logError: (error) => errors.push(error) });
    const answer = await server.get('/api/v1/status.json');
    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.toString()).not.toContain('secret');
    expect(errors).toHaveLength(1);
  });
});

describe('a flood', () => {
  it('of new addresses meets 503 with Retry-After, and ready answers are still given', async () => {
    const { handler, asked } = pages();
    const limits = { running: 1, waiting: 10, patience: 5000 };
    server = await startFront(handler, { limits });
    await server.get('/');
    const flood = Promise.all(
      Array.from({ length: 100 }, (_, index) => server?.get(`/?x=${index}`)),
    );
    const ready = await server.get('/');
    const answers = await flood;
    const refused = answers.filter((answer) => answer?.status === 503);
    expect(ready.status).toBe(200);
    expect(asked.length).toBeLessThan(30);
    expect(refused.length).toBe(100 - (asked.length - 1));
    expect(refused[0]?.headers['retry-after']).toBe('2');
    expect(refused[0]?.headers['x-content-type-options']).toBe('nosniff');
  });

  it('of files keeps nobody from a page that is new too', async () => {
    const held: ServerResponse[] = [];
    server = await startFront((request, response) => {
      if (request.url?.startsWith('/api/')) held.push(response);
      else response.setHeader('content-type', 'text/html').end('<p>Page</p>');
    });
    const address = '/api/v1/villages.xlsx';
    const files = Array.from({ length: 100 }, (_, index) => server?.get(`${address}?n=${index}`));
    await expect.poll(() => held.length).toBe(2);
    expect((await server.get('/villages')).status).toBe(200);
    const release = setInterval(() => {
      for (const response of held.splice(0)) response.writeHead(404).end();
    }, 1);
    await Promise.all(files);
    clearInterval(release);
  });

  it('of varied queries does not fill the memory', async () => {
    const { handler, asked } = pages();
    const limits = { running: 8, waiting: 1000, patience: 60_000 };
    // Room for the hot page and a dozen others.
    server = await startFront(handler, { limits, maxCacheBytes: 200_000 });
    await server.get('/');
    await server.get('/');
    for (let index = 0; index < 40; index += 1) await server.get(`/?x=${index}`);
    const before = asked.length;
    await server.get('/');
    expect(asked).toHaveLength(before);
    await server.get('/?x=0');
    expect(asked).toHaveLength(before + 1);
  });
});
