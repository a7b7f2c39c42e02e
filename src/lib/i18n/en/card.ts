/** The sentence of a target card: what is sure, what may be, what is asked for, until when. */
import type { Day } from '../../domain/date.ts';
import type { Level } from '../../domain/division.ts';
import type { CardFacts, PipelineFacts } from '../zh-CN/card.ts';
import { amount, count, date } from './format.ts';

const plurals = new Intl.PluralRules('en');
const unitNames: Readonly<Record<Level, readonly [one: string, other: string]>> = {
  prefecture: ['prefecture', 'prefectures'],
  county: ['county', 'counties'],
  township: ['township', 'townships'],
  village: ['village', 'villages'],
};

/** county or counties, as the number asks for. */
export function unit(level: Level, number: number): string {
  const [one, other] = unitNames[level];
  return plurals.select(number) === 'one' ? one : other;
}

/** 4 counties */
export function units(level: Level, number: number): string {
  return `${count(number)} ${unit(level, number)}`;
}

/** The sentence of a target card. */
export function cardSentence(facts: CardFacts): string {
  const { outcome, level, low, required, gap, deadline, metOn } = facts;
  const short = `${count(gap)} short`;
  switch (outcome) {
    case 'met':
      return `${units(level, low)}, ${count(required)} required; met on ${date(metOn ?? deadline)}, deadline ${date(deadline)}.`;
    case 'met-late':
      return `${units(level, low)}, ${count(required)} required; met on ${date(metOn ?? deadline)}, after the deadline of ${date(deadline)}.`;
    case 'lost':
      return `Once met; now ${units(level, low)} of ${count(required)} required, ${short}; deadline ${date(deadline)}.`;
    case 'not-met':
      return `The deadline of ${date(deadline)} has passed with ${units(level, low)} of ${count(required)} required, ${short}.`;
    case 'undetermined':
      return `${count(low)} sure, at most ${units(level, facts.high)}, ${count(required)} required; ${missing(facts)}; deadline ${date(deadline)}.`;
    case 'regressed':
      return `${units(level, low)}, below the ${count(facts.base)} it started from; ${count(required)} required by ${date(deadline)}, ${short}.`;
    case 'on-track':
    case 'accelerate':
    case 'behind':
      return `${units(level, low)}; ${amount(facts.expected)} expected by now; ${count(required)} required by ${date(deadline)}, ${short}.`;
  }
}

/** Why it cannot be told yet. */
function missing({ notReported, denominator, level, low, dataUpTo, at }: CardFacts): string {
  if (notReported === 0) return 'some records are inferred or have an incomplete date';
  if (notReported < denominator) {
    return `${units(level, notReported)} not reported up to ${date(at)}`;
  }
  if (dataUpTo === null) return low > 0 ? 'reports are incomplete' : 'nothing reported yet';
  return `no report since ${date(dataUpTo)}`;
}

/** What is kept apart from the count: on the road, under review, stated without names. */
export function pipelineSentence(facts: PipelineFacts): string | null {
  const parts: string[] = [];
  if (facts.stages.length > 0) {
    const stages = facts.stages.map(({ name, count: number }) => `${name} ${count(number)}`);
    const inferred =
      facts.possible > 0 ? ` (${count(facts.possible)} inferred or with an incomplete date)` : '';
    parts.push(`On the road: ${stages.join(', ')}${inferred}`);
  }
  if (facts.stated !== null && facts.stated.unnamed > 0) {
    const { stage, count: number, unnamed } = facts.stated;
    parts.push(`a source counts ${count(number)} at “${stage}”, ${count(unnamed)} without a name`);
  }
  if (facts.underReview > 0) parts.push(`${count(facts.underReview)} submitted, under review`);
  return parts.length > 0 ? `${parts.join('; ')}.` : null;
}

/** Up to what day the reports behind a number are complete. */
export function dataUpTo(day: Day | null, isPartly = false): string {
  if (day !== null) return `Reported up to ${date(day)}`;
  return isPartly ? 'Reported up to: some not yet' : 'Reported up to: nothing yet';
}
