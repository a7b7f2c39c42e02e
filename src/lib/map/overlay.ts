/** Which patterns lie over a county: the one rule behind the SVG, the WebGL map and the legend. */
import type { PaintKey } from './palette.ts';
import type { PatternName } from './patterns.ts';

/** What is drawn over a class: which pattern in which class's ink. */
export interface Overlay {
  readonly pattern: PatternName;
  readonly paint: PaintKey;
}

/** The patterns over a class, in the order of drawing. */
export function overlaysOf(subject: {
  readonly paint: PaintKey;
  readonly isUnreported: boolean;
  readonly isPossible: boolean;
}): readonly Overlay[] {
  const { paint } = subject;
  const isHatched = subject.isUnreported || paint === 'unknown';
  return [
    ...(paint === 'left' ? [{ pattern: 'bars' as const, paint }] : []),
    ...(isHatched ? [{ pattern: 'hatch' as const, paint }] : []),
    ...(subject.isPossible ? [{ pattern: 'dots' as const, paint }] : []),
  ];
}

export function overlayId(prefix: string, { pattern, paint }: Overlay): string {
  return `${prefix}-${pattern}-${paint}`;
}
