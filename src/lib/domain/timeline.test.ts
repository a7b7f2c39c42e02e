import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dayNumber } from './date.ts';
import { reached } from './fixture.ts';
import { testProgramme, testStages } from './programme-fixture.ts';
import { eventsInForce, foldInForce } from './fold.ts';
import { walkHolding } from './timeline.ts';

const [track] = testProgramme().tracks;
if (!track) throw new Error('the test programme lost its track');

const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2020-01-01', count));
const events = fc.array(
  fc
    .tuple(
      fc.constantFrom(...testStages.map(({ id }) => id)),
      day.chain((text) => fc.constantFrom(text, text.slice(0, 7), text.slice(0, 4))),
      fc.constantFrom('confirmed' as const, 'confirmed' as const, 'inferred' as const),
    )
    .map(([stage, effective, certainty]) => reached(stage, effective, { certainty })),
  { maxLength: 12 },
);

it('walking the log holds on the very days on which the fold says that the unit surely counts', () => {
  fc.assert(
    fc.property(events, fc.array(day, { minLength: 1, maxLength: 20 }), (list, days) => {
      const inForce = eventsInForce(list, track);
      const holdsOn = walkHolding(inForce);
      const ascending = [...days].sort();
      expect(ascending.map((on) => holdsOn(dayNumber(on)))).toEqual(
        ascending.map((on) => foldInForce(inForce, on).surelyCounts),
      );
    }),
    { numRuns: 2000 },
  );
});

it('a day as a number compares as the day does', () => {
  fc.assert(
    fc.property(day, day, (a, b) => {
      expect(dayNumber(a) < dayNumber(b)).toBe(a < b);
    }),
  );
});
