/** A made-up register, for tests. Nothing here is a fact about any place. */
import type { Division } from './division.ts';
import {
  reached,
  testCounty,
  testData,
  testPrefecture,
  testVillage,
  type TestFacts,
} from './fixture.ts';
import { testProgramme } from './programme-fixture.ts';
import { knowledgeOf, type Knowledge } from './knowledge.ts';
import type { RegisterQuery } from './register.ts';
import type { ReachedEvent } from './status.ts';

export function testTownship(code: string, name: string, rest: Partial<Division> = {}): Division {
  return testVillage(code, {
    name,
    kind: '镇',
    level: 'township',
    parent: code.slice(0, 6),
    countedFor: ['township'],
    ...rest,
  });
}

/** Two counties; two towns and a subdistrict outside the register; four villages. */
export const registerDivisions: readonly Division[] = [
  testPrefecture,
  testCounty(1, { name: '乙县' }),
  testCounty(2, { name: '甲县' }),
  testTownship('990001001', '某街道', { kind: '街道', countedFor: [] }),
  testTownship('990001100', '长安镇'),
  testTownship('990002100', '北埠镇'),
  testVillage('990001001201', { name: '重兴村民委员会' }),
  testVillage('990001100201', { name: '大乐村民委员会' }),
  testVillage('990001100202', { name: '小王村民委员会' }),
  testVillage('990002100201', { name: '安家村民委员会' }),
];

export const villageCodes: readonly string[] = registerDivisions
  .filter(({ level }) => level === 'village')
  .map(({ code }) => code);

/** The register's programme, with one target on villages, and nobody's report. */
export function registerKnowledge(facts: TestFacts = {}, knownAt?: string): Knowledge {
  const programme = testProgramme({ track: 'village', number: 2 });
  const divisions = registerDivisions;
  return knowledgeOf(testData({ programme, divisions, reporting: [], ...facts }), knownAt);
}

/** An event of a village. */
export function village(
  code: string,
  stage: string,
  effective: string,
  rest: Partial<ReachedEvent> = {},
): ReachedEvent {
  return reached(stage, effective, { division: code, track: 'village', ...rest });
}

export const everyVillage: RegisterQuery = {
  level: 'village',
  at: '2026-01-01',
  search: '',
  county: null,
  state: null,
  batch: null,
  sort: 'code',
  isDescending: false,
};
