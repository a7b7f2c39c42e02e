/** The sentence of a target card: what is sure, what may be, what is asked for, until when. */
import type { Day } from '../../domain/date.ts';
import type { Level } from '../../domain/division.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { amount, count, date } from './format.ts';

export interface CardFacts {
  readonly outcome: Outcome;
  readonly level: Level;
  readonly at: Day;
  readonly low: number;
  readonly high: number;
  readonly required: number;
  readonly gap: number;
  readonly base: number;
  readonly expected: number;
  readonly denominator: number;
  readonly notReported: number;
  readonly deadline: Day;
  readonly metOn: Day | null;
  /** The day up to which every unit has reported; `null` where one never has. */
  readonly dataUpTo: Day | null;
}

const unitNames: Readonly<Record<Level, string>> = {
  prefecture: '个市',
  county: '个县（市、区）',
  township: '个乡镇',
  village: '个村',
};

/** 个县（市、区）, 个乡镇, 个村: what follows the number. */
export function unit(level: Level, _count: number): string {
  return unitNames[level];
}

/** 4个县（市、区） */
export function units(level: Level, number: number): string {
  return `${count(number)}${unitNames[level]}`;
}

/** The sentence of a target card. */
export function cardSentence(facts: CardFacts): string {
  const { outcome, level, low, required, gap, deadline, metOn } = facts;
  const asked = `要求${units(level, required)}`;
  const short = `还差${count(gap)}个`;
  switch (outcome) {
    case 'met':
      return `已有${units(level, low)}，达到要求的${count(required)}个；${date(metOn ?? deadline)}达成，期限为${date(deadline)}。`;
    case 'met-late':
      return `已有${units(level, low)}，达到要求的${count(required)}个；${date(metOn ?? deadline)}达成，晚于期限${date(deadline)}。`;
    case 'lost':
      return `曾经达到要求，现有${units(level, low)}，${asked}，${short}；期限为${date(deadline)}。`;
    case 'not-met':
      return `期限${date(deadline)}已过，现有${units(level, low)}，${asked}，${short}。`;
    case 'undetermined':
      return `确定的有${count(low)}个，最多可能有${units(level, facts.high)}，${asked}；${missing(facts)}，期限为${date(deadline)}。`;
    case 'regressed':
      return `现有${units(level, low)}，低于起点的${count(facts.base)}个；${date(deadline)}前${asked}，${short}。`;
    case 'on-track':
    case 'accelerate':
    case 'behind':
      return `已有${units(level, low)}，按进度此时应有${amount(facts.expected)}个；${date(deadline)}前${asked}，${short}。`;
  }
}

/** Why it cannot be told yet. */
function missing({ notReported, denominator, level, low, dataUpTo, at }: CardFacts): string {
  if (notReported === 0) return '有的记录系推断或日期不全，尚不能核定';
  if (notReported < denominator)
    return `有${units(level, notReported)}未填报到${date(at)}，不能核定`;
  if (dataUpTo === null) return low > 0 ? '填报不全，不能核定' : '尚未填报，不能核定';
  return `自${date(dataUpTo)}后未填报，不能核定`;
}

export interface PipelineFacts {
  readonly level: Level;
  /** Units on the road, by stage, the furthest first. */
  readonly stages: readonly { readonly name: string; readonly count: number }[];
  /** Of those, drawn as possible. */
  readonly possible: number;
  readonly underReview: number;
  /** The statement in force: how many a source counts at a stage, and how many of them have no name. */
  readonly stated: {
    readonly stage: string;
    readonly count: number;
    readonly unnamed: number;
  } | null;
}

/** What is kept apart from the count: on the road, under review, stated without names. */
export function pipelineSentence(facts: PipelineFacts): string | null {
  const parts: string[] = [];
  if (facts.stages.length > 0) {
    const stages = facts.stages.map(({ name, count: number }) => `${name}${count(number)}个`);
    const inferred = facts.possible > 0 ? `（其中推断或日期不全${count(facts.possible)}个）` : '';
    parts.push(`在创建途中：${stages.join('，')}${inferred}`);
  }
  if (facts.stated !== null && facts.stated.unnamed > 0) {
    const { stage, count: number, unnamed } = facts.stated;
    parts.push(`材料称“${stage}”${count(number)}个，${count(unnamed)}个未具名`);
  }
  if (facts.underReview > 0) parts.push(`已报送待审${count(facts.underReview)}个`);
  return parts.length > 0 ? `${parts.join('；')}。` : null;
}

/** Up to what day the reports behind a number are complete. */
export function dataUpTo(day: Day | null, isPartly = false): string {
  if (day !== null) return `填报截止：${date(day)}`;
  return isPartly ? '填报截止：部分单位尚未填报' : '填报截止：尚未填报';
}
