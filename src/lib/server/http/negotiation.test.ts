import { describe, expect, it } from 'vitest';
import { isUnchanged } from './conditional.ts';
import { encodeBody, negotiateEncoding } from './encoding.ts';
import { readTarget } from './request-target.ts';
import { isMachinePath, isSharedPath } from './shared-paths.ts';

describe('the coding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['identity', 'identity'],
    ['GZIP', 'gzip'],
  ])('for Accept-Encoding %s is %s', (header, encoding) => {
    expect(negotiateEncoding(header)).toBe(encoding);
  });

  it('leaves a small body as it is', async () => {
    const body = Buffer.from('small');
    expect(await encodeBody(body, 'br')).toEqual({ body, encoding: 'identity' });
  });
});

describe('a condition', () => {
  const validators = { etag: '"a"', lastModified: 1000 };
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['', false],
  ])('If-None-Match %s: unchanged %s', (ifNoneMatch, unchanged) => {
    expect(isUnchanged({ ifNoneMatch, ifModifiedSince: undefined }, validators, 0)).toBe(unchanged);
  });
});

describe('the request line', () => {
  it.each([
    ['/', '/', '/'],
    ['/?', '/', '/'],
    ['/a?b=/c?d', '/a', '/a?b=/c?d'],
    ['http://evil.example', '/', '/'],
    ['HTTPS://evil.example:1/a?b', '/a', '/a?b'],
    ['/%E4%B8%89', '/%E4%B8%89', '/%E4%B8%89'],
  ])('%s asks for %s', (url, path, target) => {
    expect(readTarget(url)).toEqual({ status: 'ok', path, target });
  });

  it.each(['*', 'evil.example:443', '/%', '/%E4%A', '/%00', '/a#b', '/\\evil.example'])(
    '%s is malformed',
    (url) => {
      expect(readTarget(url).status).toBe('malformed');
    },
  );
});

describe('addresses', () => {
  it.each([
    ['/', true],
    ['/county/131082', true],
    ['/county/131082/__data.json', true],
    ['/__data.json', true],
    ['/method/__data.json', true],
    ['/townships', true],
    ['/villages/__data.json', true],
    ['/township/131082100', true],
    ['/townships/131082100', false],
    ['/api/v1/status.json', true],
    ['/map.svg', true],
    ['/admin', false],
    ['/admin/__data.json', false],
    ['/healthz', false],
    ['/_app/version.json', false],
    ['/api/v2/status.json', false],
  ])('%s is shared: %s', (path, isShared) => {
    expect(isSharedPath(path)).toBe(isShared);
  });

  it('are for machines under /api/ and at /map.svg', () => {
    expect(['/api/v1/x', '/map.svg', '/', '/county/1'].map(isMachinePath)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
