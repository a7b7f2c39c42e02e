import { describe, expect, it } from 'vitest';
import { cleanProposal } from './clean-proposal.ts';
import type { PlaceGeometry } from './place-geometry.ts';

describe('a proposal as it is kept', () => {
  it('has its quotas as plain figures, and none where the field was left empty', () => {
    const row = { division: ' 990001', track: 'village' };
    const kept = cleanProposal({
      changes: [],
      reporting: [],
      quotas: {
        effective: ' 2026 ',
        counts: [
          { ...row, count: ' ０06' },
          { ...row, count: ' ' },
          { ...row, count: '0' },
          { ...row, count: '约6' },
        ],
      },
    });
    const plain = { division: '990001', track: 'village' };
    expect(kept.quotas).toEqual({
      effective: '2026',
      counts: ['6', '0', '约6'].map((count) => ({ ...plain, count })),
    });
    const empty = { effective: '2026', counts: [{ ...row, count: '' }] };
    expect(cleanProposal({ changes: [], reporting: [], quotas: empty })).toEqual({
      changes: [],
      reporting: [],
    });
  });

  it('has the same text for the same places, and their figures as they were given', () => {
    const place = (geometry: PlaceGeometry) =>
      cleanProposal({ changes: [], reporting: [], places: [{ division: ' 1 ', geometry }] }).places;
    const coordinates = [116.1234567, 39.5];
    const kept = place({ coordinates, type: 'Point' });
    expect(JSON.stringify(kept)).toBe(
      '[{"division":"1","geometry":{"type":"Point","coordinates":[116.1234567,39.5]}}]',
    );
    expect(cleanProposal({ changes: [], reporting: [], places: [] })).not.toHaveProperty('places');
  });

  it('has names and numbers in one line, and reasons and notes as they were written', () => {
    const kept = cleanProposal({
      changes: [
        {
          kind: 'correction',
          division: '990001',
          track: 'national',
          stage: 'named',
          effective: '2021',
          batch: ' 第三\n批 ',
          retracts: 'E1',
          reason: '第一行\r\n第二行',
        },
      ],
      source: { title: '通知\n（副本）', publisher: '机关\t甲', documentNumber: '甲字\r\n1号' },
      reporting: [],
      note: '请看\n第二页',
    });
    expect(kept).toEqual({
      changes: [
        {
          kind: 'correction',
          division: '990001',
          track: 'national',
          stage: 'named',
          effective: '2021',
          batch: '第三 批',
          retracts: 'E1',
          reason: '第一行\n第二行',
        },
      ],
      source: { title: '通知 （副本）', publisher: '机关 甲', documentNumber: '甲字 1号' },
      reporting: [],
      note: '请看\n第二页',
    });
  });

  it('leaves out what nobody filled in', () => {
    const kept = cleanProposal({
      changes: [],
      source: { title: ' ', publisher: '', date: '' },
      reporting: [],
      note: '\n',
    });
    expect(kept).toEqual({ changes: [], reporting: [] });
  });
});
