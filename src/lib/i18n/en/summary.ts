/** What the page says first: how the targets stand, in one line and in one paragraph. */
import { outcomes, type Outcome } from '../../domain/outcome.ts';
import type { SummaryFacts, SummaryTarget } from '../zh-CN/summary.ts';
import { units } from './card.ts';
import { count, date, list } from './format.ts';
import { outcomeWords } from './outcome.ts';

const numerals = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

function numeral(number: number): string {
  return numerals[number] ?? count(number);
}

function all(number: number): string {
  return number === 1 ? 'the target' : `all ${numeral(number)} targets`;
}

/** two need to speed up */
function told(outcome: Outcome, times: number): string {
  const word = outcomeWords[outcome].toLowerCase();
  return `${numeral(times)} ${times > 1 ? word.replace(/^needs/, 'need') : word}`;
}

/** The headline. */
export function headline({ targets, isSilent, reportedTo }: SummaryFacts): string {
  if (isSilent) {
    const are = `${all(targets.length)} ${targets.length === 1 ? 'is' : 'are'} undetermined`;
    return reportedTo === null
      ? `Nothing reported yet: ${are}`
      : `Nothing reported since ${date(reportedTo)}: ${are}`;
  }
  const words = outcomes
    .map((outcome) => ({ outcome, times: targets.filter((t) => t.outcome === outcome).length }))
    .filter(({ times }) => times > 0);
  const [only] = words;
  const text =
    only && words.length === 1
      ? `${all(targets.length)}: ${outcomeWords[only.outcome].toLowerCase()}`
      : `Of ${numeral(targets.length)} targets: ${words
          .map(({ outcome, times }) => told(outcome, times))
          .join(', ')}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The paragraph under the headline. */
export function summary({ place, at, targets, isSilent, reportedTo }: SummaryFacts): string {
  if (isSilent) {
    const since =
      reportedTo === null
        ? 'nothing has been reported'
        : `nothing has been reported after ${date(reportedTo)}`;
    return `As of ${date(at)}, ${since} for ${place}. The ${numeral(targets.length)} targets may have been met or not: until reports arrive they are “undetermined”, not failed.`;
  }
  const clauses = targets.map(
    (target) =>
      `${target.name}: ${numbers(target)} of ${count(target.required)} required (${outcomeWords[target.outcome].toLowerCase()})`,
  );
  return `As of ${date(at)}, ${place} has ${list(clauses)}.`;
}

/** The title of the prefecture itself, which counts toward none of the targets. */
export function ownTitle(place: string, track: string, stage: string): string {
  return `${place} itself, ${track.charAt(0).toLowerCase()}${track.slice(1)}: ${stage.charAt(0).toLowerCase()}${stage.slice(1)}; it counts toward none of these targets.`;
}

function numbers({ level, low, high, outcome }: SummaryTarget): string {
  return outcome === 'undetermined' && high > low
    ? `${count(low)} to ${units(level, high)}`
    : units(level, low);
}
