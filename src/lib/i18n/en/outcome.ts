/** The word a target earns. */
import type { Outcome } from '../../domain/outcome.ts';

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  met: 'Met',
  'met-late': 'Met late',
  lost: 'Lost',
  'not-met': 'Not met',
  undetermined: 'Undetermined',
  regressed: 'Regressed',
  'on-track': 'On track',
  accelerate: 'Needs to speed up',
  behind: 'Behind',
};

/** What the word means, in one line of the method page. */
export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  met: 'The sure count has reached the required number, on or before the deadline.',
  'met-late': 'The sure count has reached the required number, but only after the deadline.',
  lost: 'The sure count once reached the required number and is now below it.',
  'not-met':
    'The deadline has passed and even with every unit that may count the number was too low on that day.',
  undetermined:
    'The reports do not suffice to tell: the lower and the upper bound lead to different words. Undetermined does not mean not met.',
  regressed: 'Before the deadline: the count is below the number it started from.',
  'on-track': 'Before the deadline: the count keeps up with the straight line.',
  accelerate: 'Before the deadline: the count is behind the straight line.',
  behind: 'Before the deadline: the count is far behind the straight line.',
};
