import { describe, expect, it } from 'vitest';
import { registerDivisions } from '../../domain/register-fixture.ts';
import { sentences } from '../../i18n/sentences.ts';
import { registerFileName, type RegisterNameFacts } from './register-file-name.ts';

const divisions = new Map(registerDivisions.map((division) => [division.code, division]));
const everything = { county: null, state: null, batch: null, search: '' };
const nameOf = (query: Partial<RegisterNameFacts['query']>) => {
  const { full, ascii } = registerFileName({
    ...{ title: '村庄名录', layer: 'villages', divisions },
    query: { ...everything, ...query },
    stateNames: sentences['zh-CN'].county.unitStates,
  });
  return [full.join('-'), ascii.join('-')];
};

describe('a register is saved under a name that tells', () => {
  it.each([
    [{}, '村庄名录', 'villages'],
    [{ county: '990001' }, '村庄名录-乙县', 'villages-990001'],
    [{ state: 'counted' as const }, '村庄名录-已授予', 'villages-counted'],
    [{ batch: '2024年度' }, '村庄名录-2024年度', 'villages'],
    [{ search: '990001100' }, '村庄名录-长安镇', 'villages-990001100'],
    [{ search: 'yjz' }, '村庄名录-yjz', 'villages-yjz'],
    [{ county: '990002', search: '庄' }, '村庄名录-甲县-庄', 'villages-990002'],
    [{ search: '"; x="' }, '村庄名录-"; x="', 'villages'],
  ])('of %j: %s', (query, full, ascii) => {
    expect(nameOf(query)).toEqual([full, ascii]);
  });
});
