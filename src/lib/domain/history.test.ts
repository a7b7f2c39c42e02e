import { describe, expect, it } from 'vitest';
import { reached, retraction } from './fixture.ts';
import { historyOf } from './history.ts';

const applied = reached('applied', '2020');
const mistaken = reached('named', '2022-01-01', { recordedAt: '2022-02-01T09:00:00+08:00' });
const correction = reached('named', '2022-05-01', {
  retracts: mistaken.id,
  reason: 'the decision is of May',
  recordedAt: '2022-06-01T09:00:00+08:00',
});
const elsewhere = reached('named', '2021-01-01', { division: '990002' });
const events = [correction, elsewhere, mistaken, applied];

describe('the history of a unit', () => {
  it('lists its own events, oldest first, the corrected one with what took it back', () => {
    expect(historyOf(events, '990001', '2026-01-01')).toEqual([
      { event: applied, retractedBy: null },
      { event: mistaken, retractedBy: correction },
      { event: correction, retractedBy: null },
    ]);
  });

  it('leaves out what began after the day, and what was not yet known', () => {
    expect(historyOf(events, '990001', '2022-02-01').map(({ event }) => event)).toEqual([
      applied,
      mistaken,
    ]);
    expect(historyOf([mistaken, correction], '990001', '2026-01-01', '2022-03-01')).toEqual([
      { event: mistaken, retractedBy: null },
    ]);
  });

  it('an event whose retraction was retracted stands again', () => {
    const takenBack = retraction(applied, '2023-01-01T09:00:00+08:00');
    const restored = retraction(takenBack, '2024-01-01T09:00:00+08:00');
    expect(historyOf([applied, takenBack], '990001', '2026-01-01')).toMatchObject([
      { retractedBy: { id: takenBack.id } },
    ]);
    expect(historyOf([applied, takenBack, restored], '990001', '2026-01-01')).toMatchObject([
      { retractedBy: null },
    ]);
  });
});
