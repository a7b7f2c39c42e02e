import { describe, expect, it } from 'vitest';
import { reached, testData } from '../domain/fixture.ts';
import { knowledgeOf } from '../domain/knowledge.ts';
import { trackStanding } from '../domain/standing.ts';
import type { StatusEvent } from '../domain/status.ts';
import { sentences } from '../i18n/sentences.ts';
import { trackRoad } from './track-road.ts';

function states(events: readonly StatusEvent[], at = '2026-01-01') {
  const knowledge = knowledgeOf(testData({ events }));
  const standing = trackStanding(knowledge, 'national', '990001', at);
  const { steps } = trackRoad(knowledge, '990001', standing, at, sentences['zh-CN']);
  return steps.map(({ name, state, isHere }) => `${name} ${state}${isHere ? ' here' : ''}`);
}

describe('the road of a county', () => {
  it('draws as travelled only what a record names', () => {
    expect(states([reached('applied', '2020'), reached('warned', '2024-05-10')])).toEqual([
      'applied passed',
      'creating unrecorded',
      'named unrecorded',
      'warned current here',
    ]);
  });

  it('is as sure of a step behind as its record is', () => {
    const inferred = { certainty: 'inferred', reason: '推断' } as const;
    const road = states([reached('applied', '2020', inferred), reached('creating', '2021')]);
    expect(road.slice(0, 2)).toEqual(['applied possible', 'creating current here']);
  });

  it('keeps what came before a step back', () => {
    const road = states([reached('warned', '2023'), reached('named', '2025-03-01')]);
    expect(road).toEqual([
      'applied unrecorded',
      'creating unrecorded',
      'named current here',
      'warned passed',
    ]);
  });

  it('ends where it was left', () => {
    expect(states([reached('applied', '2020'), reached('revoked', '2022')])).toEqual([
      'applied passed',
      'revoked exit here',
    ]);
  });
});
