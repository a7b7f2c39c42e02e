import { afterEach, describe, expect, it } from 'vitest';
import { pages } from './test-pages.ts';
import { startFront, type TestServer } from './test-server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('requests nobody can answer', () => {
  it.each([
    ['/api/v1/%E4%A', 400],
    ['/county/%00', 400],
    // Resolved, these are other paths than the front takes them for.
    ['/_app/../method', 400],
    ['/_app/%2e%2e/method', 400],
    ['/county/.', 400],
    [`/api/v1/status.json?x=${'a'.repeat(4096)}`, 414],
  ])('like %s are %i', async (path, status) => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    const answer = await server.get(path);
    expect(answer.status).toBe(status);
    expect(asked).toHaveLength(0);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('too long a header is 431, and a request that is none 400', async () => {
    const { handler } = pages();
    server = await startFront(handler);
    const long = await server.raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`);
    const none = await server.raw('nonsense\r\n\r\n');
    expect(long).toMatch(/^HTTP\/1\.1 431 /);
    expect(none).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('an absolute address is read by its path alone', async () => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    const text = await server.raw(
      'GET http://evil.example/method?x=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(asked[0]?.url).toBe('/method?x=1');
  });

  it.each([
    ['TRACE', '/admin'],
    ['TRACE', '/'],
    ['POST', '/'],
    ['PUT', '/api/v1/status.json'],
    ['DELETE', '/map.svg'],
  ])('%s of %s is 405 with Allow', async (method, path) => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    const answer = await server.get(path, {}, method);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(asked).toHaveLength(0);
  });
});

describe('an address that is not shared', () => {
  it('goes to the handler as it came, with the security headers', async () => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    const answer = await server.get('/admin', { host: 'map.example', cookie: 'session=1' });
    await server.get('/admin', { host: 'map.example', cookie: 'session=1' });
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual({ url: '/admin', host: 'map.example', cookie: 'session=1' });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('may be posted to', async () => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    await server.get('/admin', {}, 'POST');
    expect(asked).toHaveLength(1);
  });

  it('is refused with a Host that is none: the handler makes its address with it', async () => {
    const { handler, asked } = pages();
    server = await startFront(handler);
    for (const host of ['x/?', 'x/method?', 'a b', 'x@y', 'x:99999', '[::1', '%00', '']) {
      const text = await server.raw(
        `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      expect(text, host).toMatch(/^HTTP\/1\.1 400 /);
    }
    expect(asked).toHaveLength(0);
    await server.raw('GET http://evil.example/admin HTTP/1.0\r\n\r\n');
    expect(asked).toEqual([{ url: '/admin', host: 'localhost', cookie: '' }]);
  });

  it('as a script keeps no policy, which would bind it as a worker', async () => {
    const { handler } = pages();
    server = await startFront(handler);
    const answer = await server.get('/_app/immutable/worker.js');
    expect(answer.headers['content-security-policy']).toBeUndefined();
    expect(answer.headers['permissions-policy']).toBeUndefined();
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('an orderly end', () => {
  it('lets the request in hand finish and takes no other', async () => {
    const { handler } = pages();
    const arrived = Promise.withResolvers<undefined>();
    const closing = Promise.withResolvers<undefined>();
    const ending = await startFront(async (request, response) => {
      arrived.resolve(undefined);
      await closing.promise;
      handler(request, response);
    });
    const inHand = ending.get('/');
    await arrived.promise;
    const closed = ending.close();
    closing.resolve(undefined);
    await closed;
    expect((await inHand).status).toBe(200);
    await expect(ending.get('/')).rejects.toThrow(/ECONNREFUSED/);
  });
});
