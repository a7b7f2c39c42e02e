/** One size of the made-up programme, measured: how long knowledge and progress take. */
import { createHash } from 'node:crypto';
import { shanghaiDay } from '../../src/lib/domain/date.ts';
import { isValidOn } from '../../src/lib/domain/division.ts';
import { fold } from '../../src/lib/domain/fold.ts';
import { knowledgeOf } from '../../src/lib/domain/knowledge.ts';
import type { Programme } from '../../src/lib/domain/programme.ts';
import type { ProgrammeData } from '../../src/lib/domain/programme-data.ts';
import { progress, type TargetProgress } from '../../src/lib/domain/progress.ts';
import { seededRandom } from './random.ts';
import type { Size } from './synthetic-divisions.ts';
import { day, syntheticProgramme } from './synthetic-programme.ts';

export interface Scale extends Size {
  readonly name: string;
  readonly events: number;
}

export interface ScaleResult extends Scale {
  /** Divisions that count for a target's track. */
  readonly units: number;
  /** Milliseconds of each call of `progress`, at random days of 2019–2027. */
  readonly calls: readonly number[];
  /** Milliseconds of `knowledgeOf`, and of the first call on fresh knowledge, which adds the timeline. */
  readonly knowledge: readonly number[];
  readonly firstCalls: readonly number[];
  /** SHA-256 over the results of the checked days: equal on every machine and after every speed-up. */
  readonly checksum: string;
}

const seed = 20_251_231;
const checkedDays = ['2019-06-30', '2022-02-28', '2025-12-31', '2027-12-31'];
const warmUpCalls = 50;
const warmUpMilliseconds = 2_000;

/** Measures one size. Throws when a result disagrees with the plain fold of the raw log. */
export function measureScale(programme: Programme, scale: Scale, callCount: number): ScaleResult {
  const data = syntheticProgramme(programme, { ...scale, seed });
  const knowledge: number[] = [];
  const firstCalls: number[] = [];
  const rebuilds = scale.events > 200_000 ? 2 : 7;
  let known = knowledgeOf(data);
  for (let run = 0; run < rebuilds; run += 1) {
    const start = performance.now();
    known = knowledgeOf(data);
    const built = performance.now();
    progress(known, '2026-06-30');
    knowledge.push(built - start);
    firstCalls.push(performance.now() - built);
  }
  const random = seededRandom(seed);
  const until = performance.now() + warmUpMilliseconds;
  for (let call = 0; call < warmUpCalls && performance.now() < until; call += 1) {
    progress(known, day(random));
  }
  const calls: number[] = [];
  for (let call = 0; call < callCount; call += 1) {
    const at = day(random);
    const start = performance.now();
    progress(known, at);
    calls.push(performance.now() - start);
  }
  const results = checkedDays.map((at) => progress(known, at));
  checkAgainstPlainFold(data, results);
  return {
    ...scale,
    units: data.divisions.filter(({ level }) => level !== 'prefecture').length,
    calls,
    knowledge,
    firstCalls,
    checksum: createHash('sha256').update(JSON.stringify(results)).digest('hex'),
  };
}

/** Folds the raw log unit by unit, by no index, and compares the units named on each target. */
function checkAgainstPlainFold(
  data: ProgrammeData,
  results: readonly (readonly TargetProgress[])[],
): void {
  const byUnit = Map.groupBy(data.status.events, (event) => `${event.track} ${event.division}`);
  for (const result of results.flat()) {
    const track = data.programme.tracks.find(({ id }) => id === result.track);
    const named = data.divisions.filter(
      (unit) =>
        track &&
        unit.countedFor.includes(track.id) &&
        isValidOn(unit, result.at) &&
        fold(byUnit.get(`${track.id} ${unit.code}`) ?? [], track, result).surelyCounts,
    ).length;
    if (named !== result.named) {
      throw new Error(
        `${result.id} at ${result.at}: progress names ${result.named}, the plain fold ${named} ` +
          `(measured ${shanghaiDay(Date.now())}).`,
      );
    }
  }
}
