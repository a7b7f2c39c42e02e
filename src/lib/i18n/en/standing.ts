/** How one county stands, in words: for screen readers, the table and the county's own page. */
import type { Day } from '../../domain/date.ts';
import type { Certainty } from '../../domain/standing.ts';
import type { StandingFacts, TallyFacts } from '../zh-CN/standing.ts';
import { units } from './card.ts';
import { count, date } from './format.ts';

const certaintyWords: Readonly<Record<Certainty, string>> = {
  confirmed: '',
  inferred: 'inferred',
  partial: 'incomplete date, may not have been reached yet',
};

/** inferred, or nothing where the record is confirmed. */
export function certaintyWord(certainty: Certainty): string {
  return certaintyWords[certainty];
}

/** Applied (2020, inferred) */
export function stageWithDate(facts: StandingFacts): string {
  const { stage, effective, certainty, isReported } = facts;
  if (stage === null) return isReported ? 'no record' : 'not reported';
  const details = [effective && date(effective), certainty && certaintyWords[certainty]];
  const told = details.filter(Boolean).join(', ');
  return told ? `${stage} (${told})` : stage;
}

/** not reported since 31 December 2020; nothing where the reports reach the day. */
export function silence({ stage, isReported, reportedTo }: StandingFacts): string | null {
  if (isReported || stage === null) return null;
  return unreportedSince(reportedTo);
}

/** not reported since 31 December 2020, or not reported yet where there never was a report. */
export function unreportedSince(reportedTo: Day | null): string {
  return reportedTo === null ? 'not reported yet' : `not reported since ${date(reportedTo)}`;
}

/** National forest city: Applied (2020), not reported since 31 December 2020 */
export function trackPhrase(facts: StandingFacts): string {
  const review = facts.isUnderReview ? 'a submission is under review' : null;
  const parts = [stageWithDate(facts), silence(facts), review];
  return `${facts.track}: ${parts.filter((part) => part !== null).join(', ')}`;
}

/** Sanhe City – National forest city: not reported; Provincial forest city: Applied (2020), … */
export function countySentence(name: string, phrases: readonly string[]): string {
  return `${name} – ${phrases.join('; ')}`;
}

/** 3 of 13 townships; where quotas are set 3 of 13 townships, quota 6 */
export function tally(facts: TallyFacts): string {
  const { level, counted, possible, eligible, isReported, reportedTo } = facts;
  if (eligible === 0) return `no ${units(level, 0).slice(2)} to choose from`;
  const all = units(level, eligible);
  const task = taskWords(facts);
  if (counted === 0 && possible === 0 && !isReported)
    return `${all}${task}, ${unreportedSince(reportedTo)}`;
  const maybe = possible > 0 ? `, ${count(possible)} more inferred or with an incomplete date` : '';
  const since = isReported ? '' : `, ${unreportedSince(reportedTo)}`;
  return `${count(counted)} of ${all}${task}${maybe}${since}`;
}

function taskWords({ measure, quota }: TallyFacts): string {
  if (measure === 'eligible') return '';
  return quota === null ? ', no quota set' : `, quota ${count(quota)}`;
}

/** Municipal forest township: 3 of 13 townships */
export function tallyPhrase(track: string, facts: TallyFacts): string {
  return `${track}: ${tally(facts)}`;
}

/**
 * The same for a narrow cell: 3 / 6 (of the quota, where quotas are set; 3 / – without one), else
 * 3 / 13, not reported, or a dash where there is nothing to choose from.
 */
export function tallyShort(facts: TallyFacts): string {
  const { counted, possible, eligible, measure, quota, isReported } = facts;
  if (eligible === 0) return '–';
  if (counted === 0 && possible === 0 && !isReported) return 'not reported';
  const whole = measure === 'quota' ? quota : eligible;
  return `${count(counted)} / ${whole === null ? '–' : count(whole)}`;
}
