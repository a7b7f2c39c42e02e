/** What the page says first: how the targets stand, in one line and in one paragraph. */
import type { Day } from '../../domain/date.ts';
import type { Level } from '../../domain/division.ts';
import { outcomes, type Outcome } from '../../domain/outcome.ts';
import { units } from './card.ts';
import { count, date } from './format.ts';
import { outcomeWords } from './outcome.ts';

export interface SummaryTarget {
  readonly name: string;
  readonly level: Level;
  readonly low: number;
  readonly high: number;
  readonly required: number;
  readonly outcome: Outcome;
}

export interface SummaryFacts {
  readonly place: string;
  readonly at: Day;
  readonly targets: readonly SummaryTarget[];
  /** No unit of any target has reported up to `at`. */
  readonly isSilent: boolean;
  /** The last day anybody has reported for; `null`: nobody ever. */
  readonly reportedTo: Day | null;
}

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

function items(number: number): string {
  return `${numerals[number] ?? count(number)}项`;
}

/** The headline. */
export function headline({ targets, isSilent, reportedTo }: SummaryFacts): string {
  const all = `${items(targets.length)}目标`;
  if (isSilent) {
    return reportedTo === null
      ? `尚无填报，${all}均待核定`
      : `${date(reportedTo)}之后尚无填报，${all}均待核定`;
  }
  const words = outcomes
    .map((outcome) => ({ outcome, times: targets.filter((t) => t.outcome === outcome).length }))
    .filter(({ times }) => times > 0);
  const [only] = words;
  if (only && words.length === 1) return `${all}均${outcomeWords[only.outcome]}`;
  return `${all}：${words.map(({ outcome, times }) => `${items(times)}${outcomeWords[outcome]}`).join('，')}`;
}

/** The paragraph under the headline. */
export function summary({ place, at, targets, isSilent, reportedTo }: SummaryFacts): string {
  if (isSilent) {
    const since = reportedTo === null ? '没有任何填报' : `没有${date(reportedTo)}以后的填报`;
    return `截至${date(at)}，${place}${since}。${items(targets.length)}目标可能已经达成，也可能没有；在收到填报以前为“待核定”，不作“未达成”处理。`;
  }
  const clauses = targets.map(
    (target) =>
      `${target.name}${numbers(target)}，要求${count(target.required)}个，${outcomeWords[target.outcome]}`,
  );
  return `截至${date(at)}，${place}有：${clauses.join('；')}。`;
}

/** The title of the prefecture itself, which counts toward none of the targets. */
export function ownTitle(place: string, track: string, stage: string): string {
  return `${place}自身的${track}：${stage}，不计入上述目标。`;
}

function numbers({ level, low, high, outcome }: SummaryTarget): string {
  return outcome === 'undetermined' && high > low
    ? `${count(low)}至${units(level, high)}`
    : units(level, low);
}
