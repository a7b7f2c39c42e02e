import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { logError } from './error-log.ts';
import { createLog, logFile, logRequest, loggedPath, requestId, withoutSecrets } from './log.ts';

function recorded() {
  const lines: string[] = [];
  return { lines, log: createLog({ write: (line: string) => void lines.push(line) }) };
}

const request = {
  id: 'r-1',
  method: 'POST',
  url: new URL('http://localhost/admin/inbox?code=123456&from=2026-01-01'),
  status: 303,
  milliseconds: 12.345,
  actor: 'a1',
};

describe('the log of requests', () => {
  it('is one JSON line for each, without what the query holds', () => {
    const { lines, log } = recorded();
    logRequest(request, log);
    expect(lines).toHaveLength(1);
    const { time, ...line } = JSON.parse(lines[0] ?? '') as { time: string };
    expect(new Date(time).toISOString()).toBe(time);
    expect(line).toEqual({
      level: 'info',
      message: 'request',
      id: 'r-1',
      method: 'POST',
      path: '/admin/inbox?code&from',
      status: 303,
      ms: 12.3,
      actor: 'a1',
    });
  });

  it.each([
    [200, 'info'],
    [404, 'info'],
    [401, 'warn'],
    [403, 'warn'],
    [429, 'warn'],
    [500, 'error'],
    [503, 'error'],
  ])('says of %i: %s', (status, level) => {
    const { lines, log } = recorded();
    logRequest({ ...request, status }, log);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level });
  });

  it('stays on one short line whatever is asked for', () => {
    const { lines, log } = recorded();
    const url = new URL(`http://localhost/${'%0a"x'.repeat(400)}?a%0ab=1&a%0ab=2`);
    logRequest({ ...request, url }, log);
    expect(lines.join('').trimEnd()).not.toContain('\n');
    expect(loggedPath(url).length).toBe(512);
    expect(loggedPath(new URL('http://localhost/x?a%0ab=1&a%0ab=2&c'))).toBe('/x?a%0Ab&c');
  });

  it('leaves the token of the set-up link out', () => {
    const url = new URL('http://localhost/admin/set-up/opensesame?lang=en');
    expect(loggedPath(url)).toBe('/admin/set-up/[redacted]?lang');
    const lines: string[] = [];
    const where = { method: 'POST', path: url.pathname, status: 500 };
    logError({ error: new Error('x'), ...where }, (line) => lines.push(line));
    expect(lines[0]).not.toContain('opensesame');
  });

  it.skipIf(!existsSync('/dev/full'))('on a full disk stops nobody from being answered', () => {
    const fd = openSync('/dev/full', 'w');
    const log = createLog(logFile(fd));
    for (let line = 0; line < 3; line += 1) expect(() => logRequest(request, log)).not.toThrow();
    closeSync(fd);
  });

  it('never holds the value of a name that is a secret', () => {
    const { lines, log } = recorded();
    const secrets = { password: 'opensesame', code: 'opensesame', token: 'opensesame' };
    const headers = {
      cookie: 'opensesame',
      authorization: 'opensesame',
      'set-cookie': 'opensesame',
    };
    log.info({ ...secrets, ...headers, headers, form: secrets }, 'anything');
    expect(lines[0]).toContain('anything');
    expect(lines[0]).not.toContain('opensesame');
  });
});

describe('a fault', () => {
  it.each([
    'connect postgres://office:opensesame@db.example.cn:5432/map failed',
    'GET /admin/set-up?token=opensesame&x=1',
    '{"password":"opensesame","name":"x"}',
    "authSecret: 'opensesame'",
    'Cookie: __Host-session=abc; other=opensesame',
    'authorization: Bearer opensesame',
    'AUDIT_KEY=opensesame',
    'code=opensesame',
  ])('is logged without the secret in “%s”', (message) => {
    const lines: string[] = [];
    const where = { method: 'GET', path: '/', status: 500, request: 'r-1' };
    logError({ error: new Error(message), ...where }, (line) => lines.push(line));
    expect(lines[0]).toContain('[redacted]');
    expect(lines[0]).not.toContain('opensesame');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ request: 'r-1', level: 'error' });
  });

  it('keeps the words that are no secret', () => {
    const text = 'SQLITE_BUSY: database is locked (at file:///srv/site/build/handler.js:10:4)';
    expect(withoutSecrets(text)).toBe(text);
    expect(withoutSecrets('https://map.example.cn/a@b')).toBe('https://map.example.cn/a@b');
    expect(withoutSecrets('error code 42')).toBe('error code 42');
  });
});

describe('the id of a request', () => {
  it('is the trusted proxy’s own where that is an id', () => {
    expect(requestId('edge-0123456789', true)).toBe('edge-0123456789');
  });

  it.each<[header: string | null | undefined, isProxyTrusted: boolean]>([
    ['edge-0123456789', false],
    ['short', true],
    ['with space 123', true],
    ['a'.repeat(65), true],
    ['abcdefgh\n', true],
    ['', true],
    [null, true],
    [undefined, true],
  ])('is a new one for “%s” (trusted: %s)', (header, isProxyTrusted) => {
    const ids = [requestId(header, isProxyTrusted), requestId(header, isProxyTrusted)];
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(ids).size).toBe(2);
  });
});
