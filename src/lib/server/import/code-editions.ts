/** Townships whose codes other editions of the statistical codes have the other way round. */
import type { DivisionCode } from '../../domain/division.ts';
import type { Programme } from '../../domain/programme.ts';

/** What the code of a township or village is in the other edition; `undefined`: it is no swapped one. */
export function codesOfOtherEdition(
  swapped: Programme['swappedCodes'] = [],
): (code: DivisionCode) => DivisionCode | undefined {
  const twins = new Map(
    swapped.flatMap(([a, b]) => [
      [a, b],
      [b, a],
    ]),
  );
  return (code) => {
    const twin = twins.get(code.slice(0, 9));
    return twin === undefined ? undefined : twin + code.slice(9);
  };
}
