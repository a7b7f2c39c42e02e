import { describe, expect, it } from 'vitest';
import { reached, retraction, testData } from '../domain/fixture.ts';
import { knowledgeOf } from '../domain/knowledge.ts';
import type { StatusEvent } from '../domain/status.ts';
import { sentences } from '../i18n/sentences.ts';
import { unitHistory } from './history.ts';

function history(events: readonly StatusEvent[], at: string, knownAt?: string) {
  const knowledge = knowledgeOf(testData({ events }), knownAt);
  return unitHistory(knowledge, events, '990001', at, sentences['zh-CN']);
}

describe('the history of a county', () => {
  const applied = reached('applied', '2020');
  const named = reached('named', '2024-05-10');
  const back = retraction(named, '2026-03-01T09:00:00+08:00', { reason: '名称有误' });

  it('is newest first and leaves out what came later', () => {
    expect(history([applied, named], '2025-01-01').map(({ id }) => id)).toEqual([
      named.id,
      applied.id,
    ]);
    expect(history([applied, named], '2021-01-01').map(({ id }) => id)).toEqual([applied.id]);
  });

  it('keeps what was taken back, with the day and the reason', () => {
    const [first] = history([named, back], '2026-11-23');
    expect(first?.retracted).toBe('2026年3月1日撤回：名称有误');
  });

  it('does not know yet of what was taken back later', () => {
    const [first] = history([named, back], '2026-11-23', '2026-02-28');
    expect(first?.retracted).toBeNull();
  });

  it('speaks of this county only', () => {
    expect(history([reached('applied', '2020', { division: '990002' })], '2026-11-23')).toEqual([]);
  });
});
