import { describe, expect, it } from 'vitest';
import { reached, reported, testCounties, testData } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import { effectOf } from '../../domain/review.ts';
import { sentences } from '../../i18n/sentences.ts';
import { palettes } from '../../map/palette.ts';
import { effectLine, effectView } from './effect-view.ts';

const today = '2024-01-31';
const data = testData({
  events: [reached('applied', '2021')],
  reporting: testCounties.map(({ code }) => reported(code, '2021-12-31')),
});
const knowledge = knowledgeOf(data);
const proposal = {
  changes: [
    {
      kind: 'reached' as const,
      division: '990001',
      track: 'national',
      stage: 'named',
      effective: '2023-11',
    },
  ],
  reporting: [{ track: 'national', completeTo: today }],
};
const effect = effectOf(data, { id: 'R1', division: '990001', proposal }, today);

describe('the effect of a submission', () => {
  const view = effectView(knowledge, effect, '990001', proposal, sentences['zh-CN']);

  it('is told for the unit, the target and the reporting date', () => {
    expect(view.units.map(({ sentence }) => sentence)).toEqual([
      'County 1：national applied → named',
    ]);
    expect(view.targets[0]).toMatch(/^national：全市0 → 1个县（市、区），要求4个/);
    expect(view.reporting).toEqual(['national：填报截止2021年12月31日 → 2024年1月31日']);
  });

  it('is drawn in the colours and patterns of the map', () => {
    const [unit] = view.units;
    expect(unit?.before.swatch).toContain(palettes.light.classes['step-0'].fill);
    expect(unit?.before.swatch).toContain('hatch');
    expect(unit?.after.swatch).not.toContain('hatch');
    expect(unit?.before.swatch).not.toContain('style=');
  });

  it('is one line in a list, in both languages', () => {
    expect(effectLine(knowledge, effect, sentences['zh-CN'])).toContain(
      'applied → named；national：全市0 → 1',
    );
    expect(effectLine(knowledge, effect, sentences.en)).toMatch(
      /applied → named; national: 0 → 1 .*, 4 required/,
    );
  });

  it('says so where nothing would change', () => {
    const nothing = effectOf(
      data,
      { id: 'R1', division: '990001', proposal: { changes: [], reporting: [] } },
      today,
    );
    expect(
      effectView(knowledge, nothing, '990001', { reporting: [] }, sentences.en).isNothing,
    ).toBe(true);
  });
});
