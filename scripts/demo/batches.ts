/** Invented yearly batches of townships and villages; which ones is left to chance. */
import { countyCode, type Division } from '../../src/lib/domain/division.ts';
import type { HistoryLog } from './history-log.ts';
import type { Random } from './random.ts';

interface Batch {
  readonly effective: string;
  readonly townships: number;
  readonly villages: number;
}

/** Six townships were named before the period; with `base` 6 that is where the target starts. */
const before: readonly Batch[] = [
  { effective: '2018', townships: 3, villages: 0 },
  { effective: '2019-09', townships: 3, villages: 0 },
];

/**
 * Townships: 13 on track at the end of 2020, then falling behind, and 51 five weeks before the
 * deadline. Villages: 138 of 250, so that the target is missed whatever 大厂 has.
 */
const batches: readonly Batch[] = [
  { effective: '2020-12-10', townships: 8, villages: 18 },
  { effective: '2021-12-08', townships: 5, villages: 24 },
  { effective: '2022-12', townships: 3, villages: 30 },
  { effective: '2023-12-12', townships: 9, villages: 26 },
  { effective: '2024-12-10', townships: 11, villages: 22 },
  { effective: '2025-11-18', townships: 10, villages: 18 },
];

const earliestRecord = '2020-01-10';

interface Kind {
  readonly track: 'township' | 'village';
  readonly title: string;
}

const kinds: readonly Kind[] = [
  { track: 'township', title: '市级森林乡镇' },
  { track: 'village', title: '市级森林村庄' },
];

/** The units that are never named, as their county does not report. */
function eligible(divisions: readonly Division[], track: string, silent: string): Division[] {
  return divisions.filter(
    ({ code, countedFor }) => countedFor.includes(track) && countyCode(code) !== silent,
  );
}

function nameBatches(
  log: HistoryLog,
  random: Random,
  { track, title }: Kind,
  units: readonly Division[],
): readonly string[] {
  const named: string[] = [];
  const left = new Set(units);
  for (const batch of [...before, ...batches]) {
    const count = track === 'township' ? batch.townships : batch.villages;
    const year = batch.effective.slice(0, 4);
    for (const unit of random.pick([...left], count)) {
      left.delete(unit);
      named.push(unit.code);
      log.reached({
        division: unit.code,
        track,
        stage: 'named',
        effective: batch.effective,
        source: log.source(`demo-${track}-${year}`, `${year}年${title}名单`, year),
        batch: `${year}年度`,
        ...(before.includes(batch) ? { recorded: earliestRecord } : {}),
      });
    }
  }
  return named;
}

function revoke(log: HistoryLog, track: string, division: string, effective: string): void {
  const year = effective.slice(0, 4);
  const source = log.source(`demo-recheck-${year}`, `${year}年复查结果`, year);
  log.reached({ division, track, stage: 'revoked', effective, source });
}

/** A village of the 2021 batch that shares its name with the right one: retracted, and set right. */
function confuseTwoVillages(log: HistoryLog, random: Random, units: readonly Division[]): void {
  const [wrong, right] = random.pick(units, 2);
  if (!wrong || !right) return;
  const step = {
    track: 'village',
    stage: 'named',
    effective: '2021-12-08',
    source: 'demo-village-2021',
    batch: '2021年度',
  };
  const id = log.reached({ ...step, division: wrong.code, recorded: '2021-12-22' });
  const corrections = log.source('demo-corrections', '更正说明', '2024');
  log.retract(id, '2022-03-03', corrections, '名单中的村名与邻村混淆，记错了村。');
  log.reached({ ...step, division: right.code, recorded: '2022-03-03', source: corrections });
}

/** All batches, with revocations and a mix-up. `silent`: the county that does not report villages. */
export function addBatches(
  log: HistoryLog,
  random: Random,
  divisions: readonly Division[],
  silent: string,
): void {
  for (const kind of kinds) {
    const units = eligible(divisions, kind.track, silent);
    const named = nameBatches(log, random, kind, units);
    const [first, second, third] = named;
    if (first === undefined || second === undefined || third === undefined) continue;
    if (kind.track === 'township') {
      // Below the base of six in 2020; in 2026 one of 51 goes, and 50 stay.
      revoke(log, kind.track, first, '2020-04-15');
      revoke(log, kind.track, third, '2026-03-10');
    } else {
      revoke(log, kind.track, first, '2024-06');
      revoke(log, kind.track, second, '2025-07-01');
      revoke(log, kind.track, third, '2026-03-10');
      const unnamed = units.filter(({ code }) => !named.includes(code));
      confuseTwoVillages(log, random, unnamed);
    }
  }
}
