import { describe, expect, it } from 'vitest';
import { placed, quotaSet, reached, reported, testData } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import { undoing } from '../../domain/undo.ts';
import { sentences } from '../../i18n/sentences.ts';
import { recordGroups } from './record-list.ts';
import { leftOf, staleRows, undoView } from './undo-view.ts';

const own = { source: 'S-R1', recordedAt: '2026-02-01T09:00:00+08:00' };
const later = { recordedAt: '2026-03-01T09:00:00+08:00' };
const point = (x: number) => ({ type: 'Point' as const, coordinates: [x, 39] });
const facts = {
  events: [reached('applied', '2021', own)],
  reporting: [reported('990001', '2021-12-31'), reported('990001', '2022-12-31', own)],
  quotas: [quotaSet('990001', 6, '2022', own)],
  places: [
    placed('990001100', point(115)),
    placed('990001100', point(116), own),
    placed('990001101', point(116), own),
  ],
};
const wrote = testData(facts);
const changed = testData({ ...facts, places: [...facts.places, placed('990001101', null, later)] });
const say = sentences['zh-CN'];

describe('an undoing', () => {
  it('says how much it takes back, and what it leaves', () => {
    expect(undoView(knowledgeOf(wrote), wrote.status, 'R1', say)).toEqual({
      taken: '1条状态记录、1个填报截止、1项分解任务、2个位置',
      left: [],
    });
    expect(undoView(knowledgeOf(changed), changed.status, 'R1', say)).toEqual({
      taken: '1条状态记录、1个填报截止、1项分解任务、1个位置',
      left: [{ label: '1个位置', value: '990001101' }],
    });
    expect(undoView(knowledgeOf(wrote), wrote.status, 'R2', say)).toBeNull();
  });

  it('that was drafted before somebody came between has stale rows, and tells what is left', () => {
    const { proposal } = undoing(wrote.status, 'R1', '误');
    expect(staleRows(wrote.status, proposal)).toEqual([]);
    expect(staleRows(changed.status, proposal)).toEqual(['place 990001101']);
    expect(leftOf(knowledgeOf(changed), changed.status, proposal, say)).toHaveLength(1);
    expect(
      leftOf(knowledgeOf(changed), changed.status, { changes: [], reporting: [] }, say),
    ).toEqual([]);
  });

  it('tells row by row what will be as it was', () => {
    const { proposal } = undoing(wrote.status, 'R1', '误');
    const groups = recordGroups(knowledgeOf(wrote), { division: '990001', proposal }, say);
    expect(
      groups.map(({ title, counties }) => [
        title,
        counties.flatMap(({ changes }) => changes.map(({ record }) => record)),
      ]),
    ).toEqual([
      ['恢复原来的位置（1）', ['115, 39']],
      ['收回位置（1）', ['没有位置']],
      ['township 恢复原来的分解任务（1）', ['未分解']],
      ['恢复原来的填报截止（1）', ['2021年12月31日']],
    ]);
  });
});
