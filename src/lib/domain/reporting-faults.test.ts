import { describe, expect, it } from 'vitest';
import { faults, proposal, today } from './proposal-fixture.ts';

describe('a date of reporting', () => {
  const told = (track: string, completeTo: string) =>
    faults(proposal([], { reporting: [{ track, completeTo }] }));

  it.each([
    ['national', '2026-07-01', []],
    ['national', today, []],
    ['village', today, []],
    ['', today, ['reporting.0.track: required']],
    ['city', today, ['reporting.0.track: unknown-track']],
    ['township', today, ['reporting.0.track: not-counted']],
    ['national', '', ['reporting.0.completeTo: required']],
    ['national', '2026-07', ['reporting.0.completeTo: not-a-date']],
    ['national', '2026-11-25', ['reporting.0.completeTo: future']],
    ['national', '2026-06-29', ['reporting.0.completeTo: earlier-than-before']],
    ['national', '2026-06-30', ['changes: nothing']],
  ])('%s to %s: %j', (track, completeTo, expected) => {
    expect(told(track, completeTo)).toEqual(expected);
  });

  it('is given once for each track', () => {
    const reporting = [
      { track: 'national', completeTo: today },
      { track: 'national', completeTo: '2026-11-20' },
    ];
    expect(faults(proposal([], { reporting }))).toEqual(['reporting.1.track: twice']);
    const wrong = reporting.map((each) => ({ ...each, completeTo: '2026-07' }));
    expect(faults(proposal([], { reporting: wrong }))).toEqual([
      'reporting.0.completeTo: not-a-date',
      'reporting.1.track: twice',
      'reporting.1.completeTo: not-a-date',
    ]);
  });
});
