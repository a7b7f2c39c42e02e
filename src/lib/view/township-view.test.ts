import { describe, expect, it } from 'vitest';
import { reached, reported } from '../domain/fixture.ts';
import { registerDivisions, registerKnowledge, village } from '../domain/register-fixture.ts';
import { registerUnits } from '../domain/register-unit.ts';
import { sentences } from '../i18n/sentences.ts';
import { townshipView } from './township-view.ts';

const today = '2026-01-01';
const events = [
  reached('named', '2023-05-10', { division: '990001100', track: 'township' }),
  village('990001100202', 'named', '2024'),
];
const reporting = [reported('990001', '2024-12-31', { track: 'township' })];

function page(code: string, language: 'zh-CN' | 'en' = 'zh-CN') {
  const knowledge = registerKnowledge({ events, reporting });
  const township = registerDivisions.find((division) => division.code === code);
  if (!township) throw new Error(`no ${code}`);
  return townshipView(
    {
      knowledge,
      events,
      township,
      unit: registerUnits(knowledge, 'township', today).find(
        ({ division }) => division.code === code,
      ),
      villages: registerUnits(knowledge, 'village', today).filter(
        (unit) => unit.township?.code === code,
      ),
      view: { at: null, knownAt: '2026-01-01' },
      today,
      problems: [],
    },
    sentences[language],
  );
}

describe('the page of a township', () => {
  it('tells how it stands, its record and the documents behind it and its villages', () => {
    const town = page('990001100');
    expect(town.place).toBe('乙县 · 镇 · 行政区划代码990001100');
    expect(town.sentence).toBe('township——named（2023年5月10日），自2024年12月31日后未填报');
    expect(town.history.map(({ date }) => date)).toEqual(['2023年5月10日']);
    expect(town.own?.state).toBe('counted');
    expect(town.sources.map(({ id }) => id)).toEqual(['S1']);
  });

  it('lists its villages, each with its state', () => {
    const town = page('990001100');
    expect(town.villageCounts).toBe('2个村：已授予1个，未填报1个。');
    expect(town.villages.rows.map(({ code, state }) => [code, state])).toEqual([
      ['990001100201', 'unreported'],
      ['990001100202', 'counted'],
    ]);
    expect(town.villages.columns.every(({ href }) => href === null)).toBe(true);
  });

  it('gives its villages to take away, of the same day and knowledge; none where it has none', () => {
    expect(page('990001100').downloads?.links).toEqual([
      {
        label: 'CSV',
        href: '/api/v1/villages.csv?known-at=2026-01-01&q=990001100&lang=zh-CN',
      },
      {
        label: 'Excel',
        href: '/api/v1/villages.xlsx?known-at=2026-01-01&q=990001100&lang=zh-CN',
      },
      {
        label: 'GeoJSON',
        href: '/api/v1/villages.geojson?known-at=2026-01-01&q=990001100&lang=zh-CN',
      },
    ]);
    const divisions = registerDivisions.filter(({ parent }) => parent !== '990001100');
    const knowledge = registerKnowledge({ divisions });
    const township = divisions.find(({ code }) => code === '990001100');
    if (!township) throw new Error('no township');
    const bare = { knowledge, events: [], township, unit: undefined, villages: [] };
    const when = { view: { at: null, knownAt: null }, today, problems: [] };
    expect(townshipView({ ...bare, ...when }, sentences['zh-CN']).downloads).toBeNull();
  });

  it('leads to its county and to the registers, of the same day and knowledge', () => {
    expect(page('990001100').links.map(({ label, href }) => [label, href])).toEqual([
      ['乙县创建情况', '/county/990001?known-at=2026-01-01'],
      ['乙县乡镇名录', '/townships?known-at=2026-01-01&county=990001'],
      ['长安镇村庄名录', '/villages?known-at=2026-01-01&q=990001100'],
    ]);
  });

  it('says of a subdistrict that it does not count, and still lists its villages', () => {
    const district = page('990001001');
    expect(district.own).toBeNull();
    expect(district.sentence).toBe('街道不属于镇和乡，不计入市级森林乡镇的总数。');
    expect(page('990001001', 'en').sentence).toContain('A subdistrict is neither');
    expect(district.villages.rows).toHaveLength(1);
  });
});
