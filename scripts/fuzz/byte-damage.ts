/** Bytes replaced, cut off, repeated and put in: what copying, mail and malice do to files. */
import fc from 'fast-check';
import { rarely } from './rarely.ts';

interface Damage {
  readonly changes: readonly (readonly [at: number, byte: number])[];
  /** Share of the bytes that is left, from the start. */
  readonly kept: number;
  /** A stretch of the file that is put in again elsewhere. */
  readonly splice: {
    readonly from: number;
    readonly length: number;
    readonly to: number;
    readonly times: number;
  } | null;
}

/** No file of these is large: what size does has files of its own. */
const mostBytes = 300_000;

export const byteDamage: fc.Arbitrary<Damage> = fc.record({
  changes: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 12 }),
  kept: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
  splice: rarely(
    fc.record({
      from: fc.nat(),
      length: fc.nat({ max: 400 }),
      to: fc.nat(),
      times: fc.oneof(
        { weight: 5, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.nat({ max: 60 }) },
      ),
    }),
    3,
  ),
});

/** A damaged copy. */
export function damaged(bytes: Uint8Array, { changes, kept, splice }: Damage): Uint8Array {
  // A Buffer would share what it slices.
  let copy = Uint8Array.from(bytes.subarray(0, Math.ceil(bytes.length * kept)));
  if (splice !== null && copy.length > 0) {
    const from = splice.from % copy.length;
    const piece = copy.subarray(from, from + splice.length);
    const to = splice.to % copy.length;
    const pieces = Array.from({ length: splice.times }, () => piece);
    copy = Buffer.concat([copy.subarray(0, to), ...pieces, copy.subarray(to)]).subarray(
      0,
      mostBytes,
    );
  }
  for (const [at, byte] of changes) if (copy.length > 0) copy[at % copy.length] = byte;
  return copy;
}
