import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reached, reported, stated, testData } from '../domain/fixture.ts';
import { testProgramme } from '../domain/programme-fixture.ts';
import { eventsInForce, foldInForce } from '../domain/fold.ts';
import { knowledgeOf, type Knowledge } from '../domain/knowledge.ts';
import type { ProgrammeData } from '../domain/programme-data.ts';
import type { Target } from '../domain/programme.ts';
import { anyDay, anyStatus } from './arbitrary-status.ts';
import { calculation, type Calculation } from './calculation.ts';

const provenance = {
  knownAt: null,
  dataVersion: 'v1',
  ruleVersion: '1',
  demonstration: true,
  notice: '演示数据',
} as const;

function calculate(data: ProgrammeData, at: string): Calculation {
  const knowledge: Knowledge = knowledgeOf(data);
  const target = data.programme.targets[0] as Target;
  return calculation(knowledge, target, { ...provenance, at }, 'en');
}

/** The bounds as a reader of the file would work them out, from its inputs alone. */
function redo({ inputs, target }: Calculation) {
  const named = inputs.units.filter(({ verdict }) => verdict === 'counts').length;
  const possible = inputs.units.filter(({ verdict }) => verdict === 'may-count').length;
  const stages = inputs.stages[target.track] ?? [];
  const counted = inputs.statements.filter(
    ({ stage, inForce }) => inForce && stages.find(({ id }) => id === stage)?.counts,
  );
  const low = Math.max(named, 0, ...counted.map(({ count }) => count));
  return {
    named,
    low,
    high: Math.max(low, named + possible),
    denominator: inputs.units.filter(({ verdict }) => verdict !== 'not-there').length,
  };
}

describe('the calculation file', () => {
  it('can be redone from its inputs', () => {
    fc.assert(
      fc.property(anyStatus, anyDay, (status, at) => {
        const file = calculate({ ...testData(), status }, at);
        expect(file.result).toMatchObject(redo(file));
      }),
    );
  });

  it('holds the events a fold needs to reach each verdict', () => {
    const data = testData({
      events: [
        reached('named', '2021-05-01'),
        reached('revoked', '2023'),
        reached('named', '2022', { division: '990002', certainty: 'inferred' }),
      ],
    });
    const file = calculate(data, '2023-06-01');
    const track = data.programme.tracks[0];
    for (const unit of file.inputs.units) {
      const events = data.status.events.filter(({ id }) =>
        unit.events.some((event) => event.id === id),
      );
      const standing = track && foldInForce(eventsInForce(events, track), file.at);
      expect(unit.verdict === 'counts').toBe(standing?.surelyCounts);
    }
    expect(file.inputs.units.slice(0, 3).map(({ verdict }) => verdict)).toEqual([
      'may-count',
      'may-count',
      'does-not-count',
    ]);
    expect(file.inputs.sources.map(({ id }) => id)).toEqual(['S1']);
  });

  it('says its steps with their numbers, and marks the demonstration', () => {
    const data = testData({
      programme: testProgramme(),
      events: [reached('named', '2021-05-01')],
      statements: [stated('named', 3, '2022-01-01')],
      reporting: [reported('990001', '2022-12-31')],
    });
    const file = calculate(data, '2026-06-01');
    const step = (id: string) => file.steps.find((candidate) => candidate.id === id);
    expect(step('low')).toMatchObject({ formula: 'max(1, 3) = 3', value: 3 });
    expect(step('high')).toMatchObject({ formula: 'max(3, 1 + 9) = 10', value: 10 });
    expect(step('high-at-deadline')?.value).toBe(10);
    expect(step('outcome')?.value).toBe(file.result.outcome);
    expect(file.steps.every(({ words }) => words.length > 10)).toBe(true);
    expect(file.demonstration).toBe(true);
    expect(file.notice).toContain('演示数据');
  });
});
