/** The interface for machines, as a program meets it on the running site. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { statusSchema } from '../../src/lib/domain/status.ts';
import { originOf } from './visit.ts';

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(originOf('site') + path, { headers });

describe('status.json', () => {
  it('is what was read: exported, put in the place of the file, it validates and is the same', async () => {
    const exported = await (await get('/api/v1/status.json')).text();
    expect(safeParse(statusSchema, JSON.parse(exported)).success).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), 'forest-city-'));
    try {
      cpSync('data', folder, { recursive: true });
      writeFileSync(join(folder, 'status.json'), exported);
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['scripts/validate.ts', folder],
        { encoding: 'utf8' },
      );
      expect(`${status} ${stdout}${stderr}`).toMatch(/^0 /);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('progress.json', () => {
  it('tells what the command line tells', async () => {
    const answer = await (await get('/api/v1/progress.json?at=2020-12-31')).json();
    const { stdout } = spawnSync(
      process.execPath,
      ['scripts/progress.ts', '--at', '2020-12-31', '--json'],
      { encoding: 'utf8' },
    );
    expect(answer.targets).toEqual(JSON.parse(stdout).targets);
  });
});

describe('every answer', () => {
  const paths = [
    '/api/v1/status.json',
    '/api/v1/progress.json',
    '/api/v1/progress/national-third.json',
    '/api/v1/counties.csv',
    '/api/v1/counties.xlsx',
    '/api/v1/counties.geojson',
    '/api/v1/counties.shp.zip',
    '/api/v1/townships.csv',
    '/api/v1/townships.geojson',
    '/api/v1/villages.xlsx',
    '/api/v1/divisions.csv',
    '/map.svg',
  ];

  it.each(paths)(
    '%s has an ETag that is honoured, a date, and may be read from elsewhere',
    async (path) => {
      const response = await get(`${path}?at=2020-12-31`);
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(Date.parse(response.headers.get('last-modified') ?? '')).not.toBeNaN();
      const again = await get(`${path}?at=2020-12-31`, {
        'if-none-match': response.headers.get('etag') ?? '',
      });
      expect(again.status).toBe(304);
    },
  );

  it.each(paths)('%s refuses a date that does not exist as problem+json', async (path) => {
    const response = await get(`${path}?at=2020-02-31`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({
      status: 400,
      parameter: 'at',
      value: '2020-02-31',
    });
  });

  it.each(paths)(
    '%s answers HEAD with the headers of GET, and compressed on request',
    async (path) => {
      const asked = { 'accept-encoding': 'gzip' };
      const whole = await get(path, asked);
      const head = await fetch(originOf('site') + path, { method: 'HEAD', headers: asked });
      expect([head.status, await head.text()]).toEqual([200, '']);
      for (const name of ['etag', 'last-modified', 'content-type', 'content-disposition', 'vary']) {
        expect(head.headers.get(name)).toBe(whole.headers.get(name));
      }
      expect(whole.headers.get('content-encoding')).toBe('gzip');
      expect(whole.headers.get('vary')).toContain('Accept-Encoding');
      await whole.arrayBuffer();
    },
  );

  it.each(paths)('%s knows no county 999999', async (path) => {
    expect((await get(`${path}?county=999999`)).status).toBe(404);
  });
});

describe('a register', () => {
  it.each(['townships.pdf', 'villages', 'villages.shp', 'counties.xls', 'townships.csv.exe'])(
    'is not to be had as %s, and says so as problem+json that may be read from elsewhere',
    async (name) => {
      const response = await get(`/api/v1/${name}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(await response.json()).toMatchObject({ type: '/problems/unknown-address' });
    },
  );

  it.each([
    ['q=' + 'y'.repeat(51), 'q'],
    ['status=x', 'status'],
    ['batch=x', 'batch'],
    ['sort=area', 'sort'],
    ['page=0', 'page'],
    ['county=131022&county=131023', 'county'],
  ])('refuses %s as problem+json', async (query, parameter) => {
    const response = await get(`/api/v1/villages.csv?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ status: 400, parameter });
  });

  it('is saved under a name that tells what it is, whose, and of which day', async () => {
    const response = await get('/api/v1/villages.xlsx?county=131022&at=2020-12-31&q=131022100');
    const header = response.headers.get('content-disposition') ?? '';
    expect(header).toContain('filename="villages-131022-131022100-2020-12-31.xlsx"');
    const full = decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)?.[1] ?? '');
    expect(full).toBe('村庄名录-固安县-固安镇-2020-12-31.xlsx');
    await response.arrayBuffer();
  });

  it('answers a preflight, and refuses to be written to', async () => {
    const address = `${originOf('site')}/api/v1/villages.csv`;
    const preflight = await fetch(address, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('HEAD');
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await fetch(address, { method });
      expect(answer.status).toBeGreaterThanOrEqual(403);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });
});
