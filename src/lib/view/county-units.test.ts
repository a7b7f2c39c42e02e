import { describe, expect, it } from 'vitest';
import { reached, reported } from '../domain/fixture.ts';
import {
  registerDivisions,
  registerKnowledge,
  testTownship,
  village,
} from '../domain/register-fixture.ts';
import { sentences } from '../i18n/sentences.ts';
import { countyUnits } from './county-units.ts';

const divisions = [...registerDivisions, testTownship('990001101', '后屯乡', { kind: '乡' })];
const events = [
  reached('named', '2023-05-10', { division: '990001101', track: 'township', batch: '第一批' }),
  village('990001001201', 'named', '2022'),
];
const reporting = [reported('990001', '2030-12-31', { track: 'township' })];
const units = (language: 'zh-CN' | 'en' = 'zh-CN') =>
  countyUnits(
    registerKnowledge({ divisions, events, reporting }),
    '990001',
    '2025-06-30',
    { at: '2025-06-30', knownAt: null },
    sentences[language],
  );

describe('the units of a county', () => {
  it('draws one square for each of its townships, equal ones together, with a link to its page', () => {
    const { townships, townshipCounts } = units();
    expect(townships.map(({ name, state, href }) => [name.text, state, href])).toEqual([
      ['后屯乡', 'counted', '/township/990001101?at=2025-06-30'],
      ['长安镇', 'none', '/township/990001100?at=2025-06-30'],
    ]);
    expect(townshipCounts).toBe('2个镇和乡：已授予1个，未授予1个。');
  });

  it('gives its townships and its villages to take away, of the same day', () => {
    const { downloads } = units('en');
    const [township] = downloads.township.links;
    const [village] = downloads.village.links;
    expect([township?.href, village?.href]).toEqual([
      '/api/v1/townships.csv?at=2025-06-30&county=990001&lang=en',
      '/api/v1/villages.csv?at=2025-06-30&county=990001&lang=en',
    ]);
  });

  it('names those outside the denominator apart', () => {
    expect(units().others.map(({ text }) => text)).toEqual(['某街道']);
  });

  it('groups the villages by township, those of a subdistrict too, and shares them out', () => {
    const { groups, villageShares, villageCounts } = units();
    expect(groups.map(({ name, title, link }) => [name.text, title, link.href])).toEqual([
      ['某街道', '1个村，已授予1个', '/township/990001001?at=2025-06-30'],
      ['长安镇', '2个村', '/township/990001100?at=2025-06-30'],
    ]);
    expect(villageCounts).toBe('3个村：已授予1个，未填报2个。');
    expect(villageShares).toMatchObject({ counted: 33.3, unreported: 66.7 });
  });

  it('leads to the registers of the same day, filtered by the county', () => {
    const { registers } = units();
    expect(registers.township).toMatchObject({
      label: '乙县乡镇名录',
      href: '/townships?at=2025-06-30&county=990001',
    });
    expect(units('en').registers.village.label).toBe('Register of villages: 乙县');
  });
});
