import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { quotaSet, reached, reported, testCounty, testData } from '../domain/fixture.ts';
import { knowledgeOf } from '../domain/knowledge.ts';
import { select } from '../domain/select.ts';
import type { CountyCollection } from '../map/geometry.ts';
import { countiesGeojson } from './counties-geojson.ts';
import { divisionsCsv, type DivisionsCsvInput } from './divisions-csv.ts';
import { progressDocument } from './progress-document.ts';
import { demonstrationMark } from './provenance.ts';

const data = testData({
  divisions: [testCounty(1), testCounty(2, { name: '=HYPERLINK("evil")' })],
  events: [reached('named', '2021-05')],
  reporting: [reported('990001', '2021-12-31')],
});
const knowledge = knowledgeOf(data);
const provenance = {
  at: '2022-01-01',
  knownAt: null,
  dataVersion: 'v1',
  ruleVersion: '1',
  ...demonstrationMark(true, 'zh-CN'),
};

describe('divisions.csv', () => {
  const csv = (input: Partial<DivisionsCsvInput> = {}) =>
    divisionsCsv({
      knowledge,
      at: '2022-01-01',
      isWanted: () => true,
      levels: ['county'],
      provenance,
      map: { boundarySource: 's', boundaryNote: '', mapApproval: 'a' },
      lang: 'en',
      ...input,
    });

  it('opens in Excel: a byte order mark, CRLF at every line end', () => {
    const text = csv();
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it('has no cell that runs as a formula', () => {
    const rows: string[][] = parse(csv(), { bom: true });
    expect(rows[2]?.[1]).toBe(`'=HYPERLINK("evil")`);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('tells stage, date, certainty, source and reporting of each track', () => {
    const rows: Record<string, string>[] = parse(csv(), { bom: true, columns: true });
    expect(rows[0]).toMatchObject({
      code: '990001',
      'national stage': 'named',
      'national effective': '2021-05',
      'national certainty': 'confirmed',
      'national source id': 'S1',
      'national reported to': '2021-12-31',
      'provincial stage': '',
      'as of': '2022-01-01',
      'demonstration data': 'demonstration data',
    });
  });

  it('holds the divisions and levels asked for', () => {
    const rows: string[][] = parse(csv({ isWanted: ({ code }) => code === '990001' }), {
      bom: true,
    });
    expect(rows).toHaveLength(2);
    expect(parse(csv({ levels: ['village'] }), { bom: true })).toHaveLength(1);
  });
});

describe('counties.geojson', () => {
  const square = (code: string): CountyCollection['features'][number] => ({
    type: 'Feature',
    properties: { code, name: code, label: [116, 39] },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [116, 39],
          [117, 39],
          [117, 40],
          [116, 39],
        ],
      ],
    },
  });
  const counties: CountyCollection = {
    type: 'FeatureCollection',
    features: [square('990001'), square('990002')],
  };
  const notes = {
    boundarySource: 's',
    boundaryNote: '边界为概化示意',
    mapApproval: '审图号：待填报',
  };
  const collect = (show: readonly string[], county: string | null) =>
    countiesGeojson({
      selection: select(knowledge, {
        theme: 'national',
        at: '2022-01-01',
        show,
        sort: 'code',
        isDescending: false,
      }),
      counties,
      county,
      title: 't',
      provenance,
      notes,
      lang: 'zh-CN',
    });

  it('says what the classes of townships are shares of, and each county’s quota', () => {
    const units = ['990001', '990002'].map((code) => ({
      ...testCounty(1),
      code: `${code}100`,
      level: 'township' as const,
      parent: code,
      countedFor: ['township'],
    }));
    const collection = (quotas: Parameters<typeof testData>[0] = {}) =>
      countiesGeojson({
        selection: select(
          knowledgeOf(testData({ ...quotas, divisions: [testCounty(1), testCounty(2), ...units] })),
          { theme: 'townships', at: '2022-01-01', show: [], sort: 'code', isDescending: false },
        ),
        counties,
        county: null,
        title: 't',
        provenance,
        notes,
        lang: 'zh-CN',
      });
    const set = collection({ quotas: [quotaSet('990001', 1, '2021')] });
    expect(set.metadata.measure).toBe('quota');
    expect(set.features.map(({ properties }) => properties?.['townships_quota'])).toEqual([
      1,
      null,
    ]);
    expect(set.features[1]?.properties).toMatchObject({ class: 'no-quota' });
    expect(collection().metadata.measure).toBe('eligible');
  });

  it('tells how each county stands, with flat properties', () => {
    const { features } = collect([], null);
    expect(features).toHaveLength(2);
    expect(features[0]?.properties).toMatchObject({
      code: '990001',
      class: 'named',
      national_stage: 'named',
      national_effective: '2021-05',
      national_certainty: 'confirmed',
      national_reported_to: '2021-12-31',
      provincial_stage: null,
    });
    const values = features.flatMap(({ properties }) => Object.values(properties));
    expect(values.filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
  });

  it('holds what the view shows', () => {
    expect(collect(['named'], null).features.map(({ id }) => id)).toEqual(['990001']);
    expect(collect([], '990002').features.map(({ id }) => id)).toEqual(['990002']);
  });

  it('says what must stand on a map made of it', () => {
    expect(collect([], '990001').metadata).toMatchObject({
      ...notes,
      at: '2022-01-01',
      dataUpTo: '2021-12-31',
      demonstration: true,
      notice: expect.stringContaining('演示数据'),
    });
    expect(collect([], null).metadata.dataUpTo).toBeNull();
  });
});

describe('progress.json', () => {
  it('has every target with its name and where its calculation is', () => {
    const document = progressDocument(knowledge, provenance, 'en', '?at=2022-01-01');
    expect(document.demonstration).toBe(true);
    expect(document.targets[0]).toMatchObject({ id: 'target', low: 1 });
    expect(document.about).toEqual({
      target: { name: 'target', calculation: '/api/v1/progress/target.json?at=2022-01-01' },
    });
  });
});

describe('real data', () => {
  it('carries no mark of a demonstration', () => {
    expect(demonstrationMark(false, 'en')).toEqual({ demonstration: false });
  });
});
