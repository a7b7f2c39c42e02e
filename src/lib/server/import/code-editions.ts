/**
 * Townships whose codes other editions of the statistical codes swap (FACTS, S68: 调河头 and 杨税务 of
 * 安次区, 钱旺 and 钳屯 of 香河县, 邵府 and 陈府 of 大厂回族自治县). Codes as in `divisions.csv`.
 */
import type { DivisionCode } from '../../domain/division.ts';

const swapped: readonly (readonly [DivisionCode, DivisionCode])[] = [
  ['131002104', '131002106'],
  ['131024107', '131024108'],
  ['131028103', '131028104'],
];

const twins: ReadonlyMap<DivisionCode, DivisionCode> = new Map(
  swapped.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
);

/** What the code of a township or village is in the other edition, or `undefined`: it is no swapped one. */
export function codeInOtherEdition(code: DivisionCode): DivisionCode | undefined {
  const twin = twins.get(code.slice(0, 9));
  return twin === undefined ? undefined : twin + code.slice(9);
}
