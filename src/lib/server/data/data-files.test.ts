/** The real data say what FACTS says: counted, not written down. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countyCode } from '../../domain/division.ts';
import { statusText } from '../../export/status-as-of.ts';
import { realData } from './data-copy.ts';
import { readDataDirectory } from './read-data-directory.ts';

const read = readDataDirectory(realData);
if (read.status === 'invalid') throw new Error('data/ does not validate');
const { data, geometry, version, modifiedAt } = read.site;
const { divisions, programme, status } = data;

/** Code, name, 镇, 乡, 街道, villages. */
const table = [
  ['131002', '安次区', 8, 0, 3, 288],
  ['131003', '广阳区', 4, 0, 5, 149],
  ['131022', '固安县', 7, 2, 0, 419],
  ['131023', '永清县', 5, 5, 1, 386],
  ['131024', '香河县', 9, 0, 0, 300],
  ['131025', '大城县', 10, 0, 0, 394],
  ['131026', '文安县', 12, 1, 0, 383],
  ['131028', '大厂回族自治县', 5, 0, 1, 105],
  ['131071', '廊坊经济技术开发区', 0, 0, 2, 20],
  ['131081', '霸州市', 9, 3, 1, 361],
  ['131082', '三河市', 10, 0, 6, 395],
] as const;

describe('the divisions', () => {
  it.each(table)('%s %s has %i 镇, %i 乡, %i 街道 and %i villages', (code, name, ...counts) => {
    const below = divisions.filter((d) => d.code !== code && countyCode(d.code) === code);
    const kinds = (['镇', '乡', '街道', '村'] as const).map(
      (kind) => below.filter((division) => division.kind === kind).length,
    );
    expect(divisions.find((division) => division.code === code)?.name).toBe(name);
    expect(kinds).toEqual(counts);
  });

  it('come to 79 镇, 11 乡, 19 街道, 14 statistical units and 3,200 villages', () => {
    const count = (kind: string): number => divisions.filter((d) => d.kind === kind).length;
    expect(['镇', '乡', '街道', '统计单位', '村'].map(count)).toEqual([79, 11, 19, 14, 3200]);
  });

  it('give each track its denominator', () => {
    const units = (track: string): number =>
      divisions.filter(({ countedFor }) => countedFor.includes(track)).length;
    expect(programme.tracks.map(({ id }) => [id, units(id)])).toEqual([
      ['prefecture', 1],
      ['national', 10],
      ['provincial', 10],
      ['township', 90],
      ['village', 3200],
    ]);
  });

  it('count 67 街街道委员会 of 霸州 as villages, and no unit of the development zone as a county', () => {
    const streets = divisions.filter(({ name }) => name.endsWith('街街道委员会'));
    expect(streets).toHaveLength(67);
    expect(new Set(streets.map((d) => `${countyCode(d.code)} ${d.kind}`))).toEqual(
      new Set(['131081 村']),
    );
    expect(divisions.find(({ code }) => code === '131071')?.countedFor).toEqual([]);
  });
});

describe('the log', () => {
  it('holds the facts of the brief and nothing more', () => {
    const facts = status.events.map((event) =>
      event.kind === 'reached'
        ? [event.division, event.track, event.stage, event.effective, event.certainty].join(' ')
        : event.kind,
    );
    const counties = table.map(([code]) => code).filter((code) => code !== '131071');
    expect(facts).toEqual([
      '131000 prefecture creating 2016 confirmed',
      '131000 prefecture named 2019-11 confirmed',
      ...counties.map((code) => `${code} provincial applied 2020 confirmed`),
      '131002 national applied 2020 inferred',
      '131003 national applied 2020 inferred',
    ]);
    expect(status.statements.map((s) => [s.track, s.excluding, s.count])).toEqual([
      ['provincial', undefined, 10],
      ['national', undefined, 6],
      ['provincial', 'national', 4],
    ]);
    expect(new Set(status.reporting.map((r) => `${r.track} ${r.completeTo}`))).toEqual(
      new Set(['national 2020-12-31', 'provincial 2020-12-31']),
    );
  });

  it('was recorded on the day this office learned it', () => {
    expect(modifiedAt).toBe('2026-11-23T01:00:00.000Z');
    expect(version).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('the log as it is served', () => {
  it.each(['', 'demo'])('is the file of data/%s byte for byte', (directory) => {
    const path = join(realData, directory);
    const site = readDataDirectory(path);
    const served = site.status === 'ok' ? statusText(site.site.data.status) : '';
    expect(served).toBe(readFileSync(join(path, 'status.json'), 'utf8'));
  });
});

describe('the map', () => {
  it('draws the ten counties with every vertex of the source', () => {
    const vertices = geometry.counties.features.flatMap(({ geometry: { coordinates } }) =>
      coordinates.flat(),
    );
    expect(geometry.counties.features).toHaveLength(10);
    expect(vertices).toHaveLength(974);
  });

  it('keeps the neighbours small enough for the page', () => {
    const vertices = geometry.context.features.flatMap(({ geometry: { coordinates } }) =>
      coordinates.flat(),
    );
    expect(vertices.length).toBeLessThanOrEqual(450);
    expect(JSON.stringify(geometry.context).length).toBeLessThanOrEqual(14_000);
    expect(
      geometry.context.features
        .filter((f) => f.properties.approximate)
        .map((f) => f.properties.name),
    ).toEqual(['雄安新区']);
  });
});
