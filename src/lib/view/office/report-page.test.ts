import { describe, expect, it } from 'vitest';
import { reached, testCounties, testData } from '../../domain/fixture.ts';
import type { Division } from '../../domain/division.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import { sentences } from '../../i18n/sentences.ts';
import { emptyReport } from './report-form.ts';
import { reportPage } from './report-page.ts';

const today = '2026-01-31';
const unit = (
  code: string,
  level: 'township' | 'village',
  rest: Partial<Division> = {},
): Division => ({
  code,
  name: code,
  nameEn: null,
  kind: level === 'village' ? '村' : '镇',
  level,
  parent: code.slice(0, level === 'village' ? 9 : 6),
  countedFor: [level],
  validFrom: null,
  validTo: null,
  ...rest,
});
const data = testData({
  divisions: [
    ...testCounties,
    unit('990001001', 'township'),
    unit('990001001001', 'village'),
    unit('990001001002', 'village', { validTo: '2020-12-31' }),
    unit('990002001', 'township'),
    unit('990002001001', 'village'),
  ],
  events: [reached('creating', '2021'), reached('named', '2022', { track: 'provincial' })],
});
const page = (division: string) =>
  reportPage(
    knowledgeOf(data),
    data.status.events,
    emptyReport('k', division, today),
    today,
    sentences['zh-CN'],
  );

describe('what can be chosen in a report', () => {
  const tracks = page('990001')?.tracks ?? [];
  const stages = (id: string) => tracks.find((track) => track.id === id)?.stages ?? [];

  it('marks the present stage, suggests the next, and says which need a file', () => {
    const national = stages('national');
    expect(national.find(({ isPresent }) => isPresent)?.id).toBe('creating');
    expect(national.find(({ isNext }) => isNext)?.id).toBe('named');
    expect(national.filter(({ needsFile }) => needsFile).map(({ id }) => id)).toEqual([
      'named',
      'warned',
    ]);
  });

  it('suggests nothing once the title is held: what follows is monitoring', () => {
    expect(stages('provincial').some(({ isNext }) => isNext)).toBe(false);
  });

  it('offers the townships and villages of this county that exist, by township', () => {
    const village = tracks.find(({ id }) => id === 'village');
    expect(
      village?.groups.map(({ code, units }) => [code, units.map((each) => each.code)]),
    ).toEqual([['990001001', ['990001001001']]]);
  });

  it('offers no track on which the division has nothing to report', () => {
    expect(page('990003')?.tracks.map(({ id }) => id)).toEqual(['national', 'provincial']);
    expect(page('123456')).toBeNull();
  });
});
