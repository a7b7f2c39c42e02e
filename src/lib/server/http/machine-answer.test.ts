import { describe, expect, it } from 'vitest';
import { testCounties, testData } from '../../domain/fixture.ts';
import { testProgramme } from '../../domain/programme-fixture.ts';
import { createReadModel } from '../read-model.ts';
import { answerMachine, refuseMethod } from './machine-answer.ts';
import type { ProblemDocument } from './problem.ts';

const model = createReadModel(
  {
    data: testData({ programme: { ...testProgramme(), demonstration: true } }),
    geometry: {
      counties: { type: 'FeatureCollection', features: [] },
      context: { type: 'FeatureCollection', features: [] },
    },
    version: 'v1',
    modifiedAt: '2022-06-01T09:00:00+08:00',
  },
  () => Date.parse('2026-03-05T12:00:00+08:00'),
);

function ask(query: string, lang: 'zh-CN' | 'en' = 'en') {
  return answerMachine(model, new URLSearchParams(query), lang, ({ at, view }) => ({
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({ at, county: view.county }),
  }));
}

describe('an answer for machines', () => {
  it('may be read from anywhere, and is marked as a demonstration', async () => {
    const response = ask('county=990001');
    expect(await response.json()).toEqual({ at: '2026-03-05', county: '990001' });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toContain('ETag');
    expect(response.headers.get('x-data-set')).toBe('demonstration');
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('to be saved has a name in UTF-8 and one in ASCII', () => {
    const response = answerMachine(model, new URLSearchParams(), 'en', () => ({
      type: 'text/csv; charset=utf-8',
      body: '',
      saveAs: { full: "廊坊 (1)'*.csv", ascii: 'a.csv' },
    }));
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="a.csv"; filename*=UTF-8''%E5%BB%8A%E5%9D%8A%20%281%29%27%2A.csv`,
    );
  });

  it.each([
    ['theme=rainfall', 400, 'unknown-theme', 'theme'],
    ['at=2026-02-30', 400, 'bad-date', 'at'],
    ['at=2026-03-06', 400, 'future-date', 'at'],
    ['known-at=x', 400, 'bad-date', 'known-at'],
    ['county=999999', 404, 'unknown-county', 'county'],
    ['show=nothing', 400, 'unknown-class', 'show'],
    ['lang=fr', 400, 'unknown-language', 'lang'],
    ['at=2020-01-01&at=2020-01-02', 400, 'repeated', 'at'],
  ])('to %s is problem %i %s', async (query, status, kind, parameter) => {
    const response = ask(query);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const problem = (await response.json()) as ProblemDocument;
    expect(problem).toMatchObject({ type: `/problems/${kind}`, status, parameter });
    expect(problem.title.length).toBeGreaterThan(0);
  });

  it('tells problems in the language of the reader, and echoes no more than a line', async () => {
    const chinese = (await ask('theme=x', 'zh-CN').json()) as ProblemDocument;
    expect(chinese.title).toBe('没有这个专题');
    const long = (await ask(`theme=${'x'.repeat(1000)}`).json()) as ProblemDocument;
    expect(long.value).toHaveLength(200);
  });

  it('knows every county of the data', () => {
    expect(testCounties.map(({ code }) => ask(`county=${code}`).status)).toEqual(
      testCounties.map(() => 200),
    );
  });
});

describe('another method', () => {
  it('is refused with what is allowed', async () => {
    const response = refuseMethod('POST', 'en');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('OPTIONS answers a preflight', () => {
    const response = refuseMethod('OPTIONS', 'en');
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
  });
});
