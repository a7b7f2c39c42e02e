import { describe, expect, it } from 'vitest';
import { reported, testData } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import { overdueDivisions, reportingRows } from './reporting-view.ts';

const knowledge = knowledgeOf(
  testData({
    reporting: [
      reported('990001', '2026-01-30'),
      reported('990001', '2026-01-30', { track: 'provincial' }),
      reported('990002', '2025-01-31'),
      reported('990003', '2024-01-31'),
    ],
  }),
);

describe('who has not reported since when', () => {
  const rows = reportingRows(knowledge, '2026-01-31', 45, (code) => code <= '990003');

  it('puts who never reported first, then the longest overdue, and who is in time last', () => {
    expect(rows.map(({ division, track, overdueDays }) => [division, track, overdueDays])).toEqual([
      ['990002', 'provincial', null],
      ['990003', 'provincial', null],
      ['990003', 'national', 686],
      ['990002', 'national', 320],
      ['990001', 'national', 0],
      ['990001', 'provincial', 0],
    ]);
  });

  it('counts each division that is overdue once', () => {
    expect(overdueDivisions(rows)).toBe(2);
  });

  it('shows a county its own lines alone', () => {
    const own = reportingRows(knowledge, '2026-01-31', 45, (code) => code === '990001');
    expect(new Set(own.map(({ division }) => division))).toEqual(new Set(['990001']));
  });
});
