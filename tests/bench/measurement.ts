/** What a section of the bench hands back: figures measured or not, numbers beside them, raw runs. */
import { figures, type Figure, type FigureId } from './figures.ts';

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type Measurement =
  | {
      readonly kind: 'measured';
      readonly figure: FigureId;
      readonly value: number;
      readonly detail: string;
    }
  | { readonly kind: 'not-measured'; readonly figure: FigureId; readonly why: string }
  /** A number to read beside the figures; it has no bound. */
  | {
      readonly kind: 'beside';
      readonly what: string;
      readonly value: string;
      readonly detail: string;
    };

export interface SectionResult {
  readonly measurements: readonly Measurement[];
  /** Every raw run, for `bench/results.json`. */
  readonly raw: Json;
}

export type Verdict = 'yes' | 'NO' | 'not measured' | '';

/** Whether the figure holds. A value that is no number never does. */
export function verdictOf(measurement: Measurement): Verdict {
  switch (measurement.kind) {
    case 'beside':
      return '';
    case 'not-measured':
      return 'not measured';
    case 'measured': {
      const { bound, limit }: Figure = figures[measurement.figure];
      const { value } = measurement;
      return (bound === 'at-most' ? value <= limit : value >= limit) ? 'yes' : 'NO';
    }
  }
}

/** A value of the figure's unit as text: `28.4 kB`, `912 ms`, `0.21`, `0`. */
export function formatValue(unit: Figure['unit'], value: number): string {
  if (!Number.isFinite(value)) return 'none';
  switch (unit) {
    case 'kB':
      return `${value.toFixed(1)} kB`;
    case 'ms':
      return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
    case 'ratio':
      return value.toFixed(value < 0.1 ? 4 : 2);
    case 'count':
      return String(value);
  }
}

export function formatBound({ bound, limit, unit }: Figure): string {
  return `${bound === 'at-most' ? '≤' : '≥'} ${formatValue(unit, limit)}`;
}

/** Every figure of a section as not measured, for one reason. */
export function notMeasured(ids: readonly FigureId[], why: string): Measurement[] {
  return ids.map((figure) => ({ kind: 'not-measured', figure, why }));
}
