import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';

describe('the settings', () => {
  it('have defaults, and names that are not known are ignored', () => {
    expect(parseConfig({ PATH: '/bin', PROT: '80' })).toEqual({
      status: 'ok',
      config: {
        port: 3000,
        host: null,
        origin: null,
        varDir: './var',
        dataDir: './data',
        databaseUrl: null,
        addressHeader: null,
        auditKey: null,
        authSecret: null,
        basemap: { kind: 'off' },
        mapApprovalNumber: null,
      },
    });
  });

  it('left empty are left out', () => {
    expect(parseConfig({ PORT: '', ORIGIN: ' ', MAP_APPROVAL_NUMBER: '' })).toEqual(
      parseConfig({}),
    );
  });

  it('are read', () => {
    const result = parseConfig({
      PORT: '0',
      HOST: '::1',
      ORIGIN: 'https://map.example.cn',
      BASEMAP: 'tianditu',
      TIANDITU_KEY: 'abc123',
      MAP_APPROVAL_NUMBER: '冀廊S(2026)001号',
    });
    expect(result).toMatchObject({
      config: {
        port: 0,
        host: '::1',
        origin: 'https://map.example.cn',
        basemap: { kind: 'tianditu', key: 'abc123' },
        mapApprovalNumber: '冀廊S(2026)001号',
      },
    });
  });

  it.each([
    [{ PORT: '65536' }, /PORT “65536”/],
    [{ PORT: '80a' }, /PORT “80a”/],
    [{ PORT: '-1' }, /PORT “-1”/],
    [{ HOST: 'a b' }, /HOST “a b”/],
    [{ ORIGIN: 'map.example.cn' }, /ORIGIN “map.example.cn”/],
    [{ ORIGIN: 'https://map.example.cn/map' }, /ORIGIN/],
    [{ ORIGIN: 'ftp://map.example.cn' }, /ORIGIN/],
    [{ AUDIT_KEY: 'short' }, /AUDIT_KEY: .*openssl/],
    [{ AUDIT_KEY: 'a'.repeat(43) }, /AUDIT_KEY: /],
    [{ AUTH_SECRET: 'change me' }, /AUTH_SECRET: /],
    [{ BASEMAP: 'google' }, /BASEMAP “google”.*tianditu/],
    [{ BASEMAP: 'tianditu' }, /TIANDITU_KEY/],
    [{ MAP_APPROVAL_NUMBER: '号'.repeat(61) }, /MAP_APPROVAL_NUMBER/],
  ])('%o are one clear line in both languages', (environment, line) => {
    const result = parseConfig(environment);
    if (result.status === 'ok') throw new Error('expected a fault');
    expect(result.message).toMatch(line);
    expect(result.message).toMatch(/^配置有误 \/ wrong setting: .* \/ /);
    expect(result.message).not.toContain('\n');
  });

  it('never print a key', () => {
    for (const environment of [
      { BASEMAP: 'tianditu', TIANDITU_KEY: 'secret key!' },
      { AUDIT_KEY: 'secret key!' },
      { AUTH_SECRET: 'secret key!' },
      { DATABASE_URL: 'secret key!' },
    ]) {
      const result = parseConfig(environment);
      expect(result.status).toBe('invalid');
      expect(JSON.stringify(result)).not.toContain('secret key');
    }
  });
});
