import { describe, expect, it } from 'vitest';
import { cleanProposal } from './clean-proposal.ts';

describe('a proposal as it is kept', () => {
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
