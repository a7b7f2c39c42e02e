import { describe, expect, it } from 'vitest';
import { errorMessage, logError } from './error-log.ts';
import { allowTianditu, securityHeaders } from './security-headers.ts';

describe('security headers', () => {
  it('ask for TLS only where the site is served over it', () => {
    const hsts = 'strict-transport-security';
    expect(securityHeaders({ origin: 'https://map.example.cn' })[hsts]).toContain('max-age=');
    expect(securityHeaders({ origin: 'http://map.example.cn' })[hsts]).toBeUndefined();
    expect(securityHeaders({ origin: null })[hsts]).toBeUndefined();
  });

  it('let 天地图 in for images and fetches and for nothing else', () => {
    const policy =
      "default-src 'self'; img-src 'self' data:; connect-src 'self'; script-src 'self'";
    const allowed = allowTianditu(policy).split('; ');
    expect(allowed[1]).toMatch(
      /^img-src 'self' data: https:\/\/t0\.tianditu\.gov\.cn .*t7\.tianditu/,
    );
    expect(allowed[2]).toMatch(/^connect-src 'self' https:\/\/t0\./);
    expect([allowed[0], allowed[3]].join()).not.toContain('tianditu');
  });
});

describe('a fault of our own', () => {
  it('is one JSON line under the id the reader is told', () => {
    const lines: string[] = [];
    const error = new Error('two\nlines');
    const id = logError({ error, method: 'GET', path: '/', status: 500 }, (line) =>
      lines.push(line),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', id, message: 'two\nlines' });
    expect(errorMessage(500, 'en')).not.toContain('lines');
  });
});
