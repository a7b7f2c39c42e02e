import { describe, expect, it } from 'vitest';
import { reached, retraction, testVillage } from '../../domain/fixture.ts';
import { testProgramme } from '../../domain/programme-fixture.ts';
import { eventsInForce } from '../../domain/fold.ts';
import type { ReachedEvent, StatusEvent } from '../../domain/status.ts';
import { judgeChange } from './judge-change.ts';

const [track] = testProgramme().tracks;
const stages = track?.stages ?? [];

function judge(stageId: string, effective: string, events: readonly StatusEvent[]) {
  const stage = stages.find(({ id }) => id === stageId);
  if (!track || !stage) throw new Error('the test programme has lost a stage');
  const said = {
    unit: testVillage('990001001001'),
    track: track.id,
    stage,
    effective,
    place: '台账“名单”第4行',
  };
  const { verdict, change } = judgeChange(said, eventsInForce(events, track));
  return { verdict, retracts: change && 'retracts' in change ? change.retracts : null, change };
}

const named = (effective: string, rest: Partial<ReachedEvent> = {}) =>
  reached('named', effective, rest);

describe('what a row says, set against the record', () => {
  it('is new where nothing of the stage is known', () => {
    expect(judge('named', '2023', [])).toMatchObject({
      verdict: 'new',
      change: { kind: 'reached' },
    });
    expect(judge('named', '2023', [reached('creating', '2020')]).verdict).toBe('new');
  });

  it('is the same at the same date, and at a vaguer one', () => {
    expect(judge('named', '2023', [named('2023')]).verdict).toBe('same');
    expect(judge('named', '2023', [named('2023-06-12')]).verdict).toBe('same');
    expect(judge('named', '2023-06', [named('2023-06-12')]).verdict).toBe('same');
  });

  it('corrects another date, or a vaguer one on record, and says where it is written', () => {
    const other = named('2022');
    const judged = judge('named', '2023', [other]);
    expect(judged).toMatchObject({ verdict: 'changed', retracts: other.id });
    expect(judged.change).toMatchObject({
      reason: '台账“名单”第4行的日期为2023，原记录为2022，据此更正。',
    });
    expect(judge('named', '2023-06-12', [named('2023')]).verdict).toBe('changed');
  });

  it('confirms an inferred event, and corrects one of another date', () => {
    const inferred = named('2023', { certainty: 'inferred', reason: 'inferred' });
    expect(judge('named', '2023', [inferred])).toMatchObject({ verdict: 'new', retracts: null });
    expect(judge('named', '2022', [inferred])).toMatchObject({ retracts: inferred.id });
  });

  it('leaves alone what was taken back', () => {
    const mistaken = named('2023');
    const events = [mistaken, retraction(mistaken, '2026-02-01T09:00:00+08:00')];
    expect(judge('named', '2023', events).verdict).toBe('new');
  });

  it('of a title lost and given again corrects the one beside its date', () => {
    const first = named('2018');
    const again = named('2022');
    const events = [first, reached('revoked', '2020'), again];
    expect(judge('named', '2019', events).retracts).toBe(first.id);
    expect(judge('named', '2021', events).retracts).toBe(again.id);
    expect(judge('named', '2024', events).retracts).toBe(again.id);
    expect(judge('named', '2021', events.slice(0, 2))).toMatchObject({ verdict: 'new' });
  });
});
