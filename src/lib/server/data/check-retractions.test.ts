import { describe, expect, it } from 'vitest';
import type { StatusEvent } from '../../domain/status.ts';
import { checkRetractions } from './check-retractions.ts';

function event(
  id: string,
  retracts: string | undefined,
  more: Partial<StatusEvent> = {},
): StatusEvent {
  return {
    id,
    kind: 'reached',
    division: '131002',
    track: 'national',
    stage: 'applied',
    effective: '2020',
    certainty: 'confirmed',
    recordedAt: '2021-01-01T09:00:00+08:00',
    source: 'S00',
    ...(retracts === undefined ? {} : { retracts, reason: '更正' }),
    ...more,
    // The parts of two kinds of event are put together; the check reads what both have.
  } as StatusEvent;
}

const rows: readonly (readonly [string, readonly StatusEvent[], string])[] = [
  ['one that does not exist', [event('b', 'a')], 'it retracts “a”, which does not exist'],
  [
    'one recorded later',
    [event('a', undefined, { recordedAt: '2021-01-02T09:00:00+08:00' }), event('b', 'a')],
    'it retracts “a”, which was recorded later',
  ],
  [
    'one of another county',
    [event('a', undefined, { division: '131003' }), event('b', 'a')],
    'it retracts an event about 131003 national',
  ],
  [
    'one of another track',
    [event('a', undefined, { track: 'provincial' }), event('b', 'a')],
    'it retracts an event about 131002 provincial',
  ],
  ['itself', [event('a', 'a')], 'the retractions of “a” go in a circle'],
  [
    'one that retracts it',
    [event('a', 'b'), event('b', 'a')],
    'the retractions of “a” go in a circle',
  ],
];

describe('an event may not retract', () => {
  it.each(rows)('%s', (_name, events, what) => {
    const [finding] = checkRetractions(events);
    expect(finding?.what.en).toBe(what);
    expect(finding?.place).toMatch(/^\/events\/\d\/retracts$/);
  });
});

describe('an event may retract', () => {
  it('an earlier one, and one that retracts in its turn', () => {
    const later = { recordedAt: '2021-01-03T09:00:00+08:00' };
    const events = [event('a', undefined), event('b', 'a'), event('c', 'b', later)];
    expect(checkRetractions(events)).toEqual([]);
  });
});
