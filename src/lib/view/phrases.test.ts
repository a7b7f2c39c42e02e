import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrases } from './phrases.ts';

describe('the phrases of a heading', () => {
  it.each([
    [
      '2020年12月31日之后尚无填报，四项目标均待核定',
      ['2020年12月31日', '之后尚无填报，', '四项目标均待核定'],
    ],
    ['四项目标：两项已达成，两项滞后', ['四项目标：', '两项已达成，', '两项滞后']],
    ['各县（市、区）所处阶段（2026年11月24日）', ['各县（市、区）所处阶段', '（2026年11月24日）']],
    ['截至2026年1月1日，已达成', ['截至2026年1月1日，', '已达成']],
    ['Nothing reported since 31 December 2020', ['Nothing reported since 31 December 2020']],
  ])('of %s', (text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });

  it('are the heading, and none begins with what may not begin a line', () => {
    const unit = fc.constantFrom('2', '日', '年', '，', '：', '。', '（', '）', '林', '市');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
        expect(phrases(text).join('')).toBe(text);
        for (const phrase of phrases(`林${text}`)) {
          expect(phrase).not.toMatch(/^[，：。]/);
        }
      }),
    );
  });
});
