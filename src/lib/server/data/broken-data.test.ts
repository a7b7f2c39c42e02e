import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineWith } from './broken-data.ts';

/** With every character that has a meaning in a pattern. */
const text = fc.string({
  unit: fc.constantFrom(...'$()*+.?[\\]^{|}/-,:=!<&', 'a', 'd', '1', ' ', '\n', '“'),
  maxLength: 4,
});

it('a line is taken where it begins so and says the part and what was expected, and no other is', () => {
  fc.assert(
    fc.property(
      text,
      text,
      fc.array(text, { maxLength: 3 }),
      fc.nat(7),
      (start, part, rest, has) => {
        const said = [
          ...(has & 1 ? [start] : []),
          ...rest,
          ...(has & 2 ? [part] : []),
          ...(has & 4 ? ['; expected '] : []),
        ];
        const line = said.join('');
        expect(lineWith(start, part).test(line)).toBe(
          line.startsWith(start) && line.includes(part) && line.includes('; expected '),
        );
      },
    ),
    { numRuns: 2000 },
  );
});
