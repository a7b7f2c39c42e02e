/** A seeded source of chance: the same seed gives the same history, byte for byte. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** `count` different entries, in their order in the list. Throws where the list is shorter. */
  pick<Entry>(entries: readonly Entry[], count: number): readonly Entry[];
}

/** mulberry32 (public domain): 32 bits of state are plenty for an invented history. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  return {
    between,
    pick(entries, count) {
      if (count > entries.length)
        throw new RangeError(`Only ${entries.length} of ${count} entries.`);
      const left = entries.map((_, index) => index);
      const chosen = Array.from({ length: count }, () =>
        left.splice(between(0, left.length - 1), 1),
      );
      return chosen
        .flat()
        .toSorted((a, b) => a - b)
        .flatMap((index) => entries[index] ?? []);
    },
  };
}
