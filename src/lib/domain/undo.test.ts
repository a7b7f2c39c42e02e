import { describe, expect, it } from 'vitest';
import { reached, testData } from './fixture.ts';
import { fold } from './fold.ts';
import { proposedEvents, sourceIdOf } from './proposed-events.ts';
import type { StatusEvent } from './status.ts';
import type { Change } from './submission.ts';
import { eventsInForce, timesRetracted, undoing } from './undo.ts';

const { programme } = testData();
const track = programme.tracks.find(({ id }) => id === 'national');
if (!track) throw new Error('no track');
const at = '2024-01-31';
const unit = { division: '990001', track: 'national' };
const earlier: StatusEvent = { ...reached('applied', '2021'), id: 'old' };
const changes: readonly Change[] = [
  { kind: 'reached', ...unit, stage: 'named', effective: '2023-11' },
  {
    kind: 'correction',
    ...unit,
    stage: 'applied',
    effective: '2022',
    retracts: 'old',
    reason: '误',
  },
];
const written = proposedEvents('R1', changes, '2024-01-01T00:00:00Z');
const after = [earlier, ...written];
const standing = (events: readonly StatusEvent[]) => fold(events, track, { at });

function undone(events: readonly StatusEvent[], submission: string, as: string, when: string) {
  const proposal = undoing(events, submission, '名单有误');
  return [...events, ...proposedEvents(as, proposal.changes, when)];
}

describe('undoing a submission', () => {
  it('takes back each of its events, and what it corrected stands again', () => {
    expect(written.every(({ source }) => source === sourceIdOf('R1'))).toBe(true);
    const back = undone(after, 'R1', 'R2', '2024-01-02T00:00:00Z');
    expect(standing(back)).toEqual(standing([earlier]));
    expect(standing(after)).not.toEqual(standing([earlier]));
  });

  it('is itself undone by the same, and can then be done once more', () => {
    const back = undone(after, 'R1', 'R2', '2024-01-02T00:00:00Z');
    expect(eventsInForce(back, 'R1')).toEqual([]);
    const again = undone(back, 'R2', 'R3', '2024-01-03T00:00:00Z');
    expect(standing(again)).toEqual(standing(after));
    expect(eventsInForce(again, 'R1')).toHaveLength(2);
    expect([after, back, again].map((events) => timesRetracted(events, 'R1'))).toEqual([0, 2, 2]);
  });

  it('leaves alone what was corrected since', () => {
    const [first] = written;
    const later: Change = {
      ...{ kind: 'correction', ...unit, stage: 'named', effective: '2023-12' },
      ...{ retracts: first?.id ?? '', reason: '日期有误' },
    };
    const events = [...after, ...proposedEvents('R9', [later], '2024-01-02T00:00:00Z')];
    const { changes: back } = undoing(events, 'R1', '误');
    expect(back.map((change) => change.kind !== 'reached' && change.retracts)).toEqual(['R1-2']);
  });
});
