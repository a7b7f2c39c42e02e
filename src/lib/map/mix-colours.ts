/** `color-mix(in srgb, a share, b)` of CSS Color 5, for drawings that have no CSS. `#rrggbb`. */
export function mixColours(a: string, b: string, share: number): string {
  const channel = (from: number): string => {
    const [first, second] = [a, b].map((colour) =>
      Number.parseInt(colour.slice(from, from + 2), 16),
    );
    // Both are numbers: a palette holds six-digit colours (palette.test.ts).
    const value = (first ?? 0) * share + (second ?? 0) * (1 - share);
    return Math.round(value).toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
