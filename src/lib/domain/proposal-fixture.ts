/** Made-up proposals for the domain's own tests: what a county may say, and what is wrong with it. */
import type { Division } from './division.ts';
import { reported, testCounties, testData, testPrefecture, testVillage } from './fixture.ts';
import { faultsOf, type ProposalContext } from './proposal-faults.ts';
import type { ProgrammeData } from './programme-data.ts';
import type { Change, Proposal, ProposedSource } from './submission.ts';

export const today = '2026-11-24';

const township: Division = {
  ...testVillage('990001001'),
  kind: '镇',
  level: 'township',
  parent: '990001',
  countedFor: [],
};

/**
 * Facts with a unit of every level: of the three villages one counts for nothing, and one there was
 * only from 2024-05 to 2025-04. County 990001 has reported its national titles to 2026-06-30.
 */
export function proposalFacts(status: Parameters<typeof testData>[0] = {}): ProgrammeData {
  return testData({
    divisions: [
      testPrefecture,
      ...testCounties,
      township,
      testVillage('990001001001'),
      testVillage('990001001002', { countedFor: [] }),
      testVillage('990001001003', { validFrom: '2024-05-01', validTo: '2025-04-30' }),
    ],
    reporting: [reported('990001', '2026-06-30')],
    ...status,
  });
}

/** A change without a fault. */
export const change: Extract<Change, { kind: 'reached' }> = {
  kind: 'reached',
  division: '990001',
  track: 'national',
  stage: 'creating',
  effective: '2026-01',
};

/** The document of a proposal, without a fault. */
export const source: ProposedSource = { title: '通知', publisher: '省局' };

/** A proposal of these changes. */
export const proposal = (changes: readonly Change[], rest: Partial<Proposal> = {}): Proposal => ({
  changes: [...changes],
  reporting: [],
  ...rest,
});

/** The faults of a proposal of county 990001 that is submitted today, each as `field: code`. */
export function faults(given: Proposal, context: Partial<ProposalContext> = {}): readonly string[] {
  return faultsOf(given, {
    data: proposalFacts(),
    division: '990001',
    today,
    fileCount: 0,
    mode: 'submit',
    ...context,
  }).map(({ field, code }) => `${field}: ${code}`);
}
