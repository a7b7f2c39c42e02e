/** Something in one of so many cases, else `null`: what was made stays mostly sound. */
import fc from 'fast-check';

export function rarely<Value>(
  what: fc.Arbitrary<Value>,
  oneIn: number,
): fc.Arbitrary<Value | null> {
  return fc.oneof(
    { weight: oneIn - 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: what },
  );
}
