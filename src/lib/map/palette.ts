/**
 * The colours of the map in three looks. One green ramp by how far a county is, a light neutral
 * for "nothing reached", a darker one for "nothing asked", one warm accent for "has left"; "not known"
 * has no colour of its own, only a hatch on paper. `palette.test.ts` holds every set to its distances and contrasts.
 */
import type { ClassKind } from '../domain/classify.ts';

export const looks = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof looks)[number];

export const stepKeys = ['step-0', 'step-1', 'step-2', 'step-3', 'step-4'] as const;
export const paintKeys = [...stepKeys, 'none', 'unasked', 'left', 'unknown'] as const;
export type PaintKey = (typeof paintKeys)[number];

/** `fill` of a class, and the `ink` of its text and pattern lines. */
export interface Paint {
  readonly fill: string;
  readonly ink: string;
}

export interface Palette {
  readonly classes: Readonly<Record<PaintKey, Paint>>;
  /** Ground outside the counties; also what lies around the map. */
  readonly land: string;
  readonly contextLine: string;
  readonly contextLabel: string;
  readonly border: string;
  readonly selected: string;
  readonly focus: string;
}

const night = '#05100b';
const black = '#000000';
const white = '#ffffff';

export const palettes: Readonly<Record<Look, Palette>> = {
  light: {
    classes: {
      'step-0': { fill: '#e1f4a8', ink: night },
      'step-1': { fill: '#8cc570', ink: night },
      'step-2': { fill: '#4d965d', ink: night },
      'step-3': { fill: '#1e633b', ink: white },
      'step-4': { fill: '#113725', ink: white },
      none: { fill: '#cac9cc', ink: night },
      unasked: { fill: '#999999', ink: night },
      left: { fill: '#eb7c24', ink: night },
      unknown: { fill: '#fdfdfc', ink: night },
    },
    land: '#f1f1ed',
    contextLine: '#c3c6bf',
    contextLabel: '#62685f',
    border: '#5c6f62',
    selected: '#0b1f16',
    focus: '#0b57d0',
  },
  dark: {
    classes: {
      'step-0': { fill: '#2c6444', ink: white },
      'step-1': { fill: '#488a65', ink: night },
      'step-2': { fill: '#61af78', ink: night },
      'step-3': { fill: '#97d379', ink: night },
      'step-4': { fill: '#eef8b2', ink: night },
      none: { fill: '#3c403e', ink: white },
      unasked: { fill: '#888888', ink: night },
      left: { fill: '#dd7300', ink: night },
      unknown: { fill: '#181d1c', ink: '#dfe6e2' },
    },
    land: '#1f2524',
    contextLine: '#414946',
    contextLabel: '#9aa39e',
    border: '#aab8b0',
    selected: '#ffffff',
    focus: '#8ab4ff',
  },
  contrast: {
    classes: {
      'step-0': { fill: '#e7f196', ink: black },
      'step-1': { fill: '#86cd88', ink: black },
      'step-2': { fill: '#186339', ink: white },
      'step-3': { fill: '#0d3b24', ink: white },
      'step-4': { fill: '#01140a', ink: white },
      none: { fill: '#c4c4c4', ink: black },
      unasked: { fill: '#999999', ink: black },
      left: { fill: '#ff9249', ink: black },
      unknown: { fill: '#ffffff', ink: black },
    },
    land: '#ffffff',
    contextLine: '#8c8c8c',
    contextLabel: '#3d3d3d',
    border: '#000000',
    selected: '#000000',
    focus: '#0037c4',
  },
};

/**
 * The paint of a class. A ramp of fewer classes than colours is spread over all of them, so that
 * the furthest class is always the furthest colour; of more classes, neighbours share one (their
 * labels still tell them apart).
 */
export function paintOf(kind: ClassKind, rank: number, steps: number): PaintKey {
  if (kind !== 'step') return kind;
  const last = stepKeys.length - 1;
  const index = steps > 1 ? Math.round((rank * last) / (steps - 1)) : last;
  return stepKeys[Math.min(last, Math.max(0, index))] ?? 'step-0';
}

/** The custom properties of a look, one declaration a line. */
export function paletteDeclarations(look: Look): string {
  const palette = palettes[look];
  const classes = paintKeys.flatMap((key) => [
    `--class-${key}: ${palette.classes[key].fill};`,
    `--class-${key}-ink: ${palette.classes[key].ink};`,
  ]);
  return [
    ...classes,
    `--map-land: ${palette.land};`,
    `--map-context-line: ${palette.contextLine};`,
    `--map-context-label: ${palette.contextLabel};`,
    `--map-border: ${palette.border};`,
    `--map-selected: ${palette.selected};`,
    `--map-focus: ${palette.focus};`,
  ].join('\n');
}
