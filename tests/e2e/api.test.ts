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

  it.each(paths)('%s knows no county 999999', async (path) => {
    expect((await get(`${path}?county=999999`)).status).toBe(404);
  });
});
