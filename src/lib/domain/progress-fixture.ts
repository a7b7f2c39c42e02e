/** The progress of a made-up programme, for the domain's own tests. */
import { reached, testCounty, testData, type TestFacts } from './fixture.ts';
import { knowledgeOf } from './knowledge.ts';
import { progress, type TargetProgress } from './progress.ts';
import type { ReachedEvent } from './status.ts';

/** Progress on the first target, which in most tests is the only one. */
export function first(facts: TestFacts, at: string, knownAt?: string): TargetProgress {
  const [result] = progress(knowledgeOf(testData(facts), knownAt), at);
  if (!result) throw new Error('the test programme lost its target');
  return result;
}

/** The title of the county of this number. */
export function named(index: number, effective: string): ReachedEvent {
  return reached('named', effective, { division: testCounty(index).code });
}
