/** Small made-up places and facts for the domain's own tests. Nothing here is a fact about any place. */
import type { Division } from './division.ts';
import type { Programme } from './programme.ts';
import type { ProgrammeData } from './programme-data.ts';
import { testProgramme } from './programme-fixture.ts';
import type {
  Place,
  Quota,
  ReachedEvent,
  Reporting,
  RetractionEvent,
  Statement,
  StatusEvent,
} from './status.ts';

export function testCounty(index: number, validity: Partial<Division> = {}): Division {
  return {
    code: String(990000 + index),
    name: `County ${index}`,
    nameEn: null,
    kind: '县',
    level: 'county',
    parent: '990000',
    countedFor: ['national', 'provincial'],
    validFrom: null,
    validTo: null,
    ...validity,
  };
}

export const testPrefecture: Division = {
  ...testCounty(0),
  kind: '地级市',
  level: 'prefecture',
  parent: null,
  countedFor: [],
};

export function testVillage(code: string, rest: Partial<Division> = {}): Division {
  return {
    ...testCounty(0),
    code,
    name: code,
    kind: '村',
    level: 'village',
    parent: code.slice(0, 9),
    countedFor: ['village'],
    ...rest,
  };
}

export const testCounties: readonly Division[] = Array.from({ length: 10 }, (_, index) =>
  testCounty(index + 1),
);

let serial = 0;

export function reached(
  stageId: string,
  effective: string,
  rest: Partial<ReachedEvent> = {},
): ReachedEvent {
  serial += 1;
  return {
    kind: 'reached',
    id: `T${serial}`,
    division: '990001',
    track: 'national',
    stage: stageId,
    effective,
    certainty: 'confirmed',
    recordedAt: '2026-01-01T09:00:00+08:00',
    source: 'S1',
    ...rest,
  };
}

export function retraction(
  of: StatusEvent,
  recordedAt: string,
  rest: Partial<RetractionEvent> = {},
): RetractionEvent {
  serial += 1;
  return {
    kind: 'retraction',
    id: `T${serial}`,
    division: of.division,
    track: of.track,
    recordedAt,
    source: 'S1',
    retracts: of.id,
    reason: 'mistaken',
    ...rest,
  };
}

export function reported(
  division: string,
  completeTo: string,
  rest: Partial<Reporting> = {},
): Reporting {
  return {
    division,
    track: 'national',
    completeTo,
    recordedAt: '2026-01-01T09:00:00+08:00',
    source: 'S1',
    ...rest,
  };
}

export function stated(
  stageId: string,
  count: number,
  effective: string,
  rest: Partial<Statement> = {},
): Statement {
  serial += 1;
  return {
    id: `T${serial}`,
    track: 'national',
    stage: stageId,
    count,
    effective,
    recordedAt: '2026-01-01T09:00:00+08:00',
    source: 'S1',
    ...rest,
  };
}

export function quotaSet(
  division: string,
  count: number,
  effective: string,
  rest: Partial<Quota> = {},
): Quota {
  serial += 1;
  return {
    id: `T${serial}`,
    division,
    track: 'township',
    count,
    effective,
    recordedAt: '2026-01-01T09:00:00+08:00',
    source: 'S1',
    ...rest,
  };
}

export function placed(
  division: string,
  geometry: Place['geometry'],
  rest: Partial<Place> = {},
): Place {
  serial += 1;
  return {
    id: `T${serial}`,
    division,
    geometry,
    recordedAt: '2026-01-01T09:00:00+08:00',
    source: 'S1',
    ...rest,
  };
}

export interface TestFacts {
  readonly programme?: Programme;
  readonly divisions?: readonly Division[];
  readonly events?: readonly StatusEvent[];
  readonly statements?: readonly Statement[];
  readonly reporting?: readonly Reporting[];
  readonly quotas?: readonly Quota[];
  readonly places?: readonly Place[];
  readonly proposals?: readonly StatusEvent[];
}

/** The facts as a `ProgrammeData`; by default ten counties that have reported to the end of 2030. */
export function testData(facts: TestFacts = {}): ProgrammeData {
  return {
    programme: facts.programme ?? testProgramme(),
    divisions: facts.divisions ?? testCounties,
    status: {
      sources: [{ id: 'S1', title: 'test', publisher: 'test' }],
      events: [...(facts.events ?? [])],
      statements: [...(facts.statements ?? [])],
      reporting: [
        ...(facts.reporting ?? testCounties.map(({ code }) => reported(code, '2030-12-31'))),
      ],
      quotas: [...(facts.quotas ?? [])],
      places: [...(facts.places ?? [])],
    },
    proposals: facts.proposals ?? [],
  };
}
