/**
 * Administrative divisions 行政区划 by their GB/T 2260 and statistical codes:
 * 6 digits prefecture and county, 9 township, 12 village. A prefix is the parent.
 */
import * as v from 'valibot';
import { daySchema } from './date-schema.ts';
import type { Day } from './date.ts';

export const levels = ['prefecture', 'county', 'township', 'village'] as const;
export type Level = (typeof levels)[number];
export type DivisionCode = string;

/** The kinds of division in `divisions.csv`, as the sources call them. */
const divisionKinds = [
  '地级市',
  '市辖区',
  '县',
  '县级市',
  '自治县',
  '开发区',
  '镇',
  '乡',
  '街道',
  '统计单位',
  '村',
  '社区',
] as const;
export type DivisionKind = (typeof divisionKinds)[number];

export interface Division {
  readonly code: DivisionCode;
  readonly name: string;
  /** The name in English; only where a romanisation is established (prefecture and counties). */
  readonly nameEn: string | null;
  readonly kind: DivisionKind;
  readonly level: Level;
  readonly parent: DivisionCode | null;
  /** The tracks whose denominators this division belongs to. */
  readonly countedFor: readonly string[];
  /** First and last day of its existence; `null` where the sources set no bound. */
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** The level a code stands for, or `undefined` for a code of no known shape. */
export function levelOfCode(code: string): Level | undefined {
  if (!/^[1-9]\d*$/.test(code)) return undefined;
  if (code.length === 6) return code.endsWith('00') ? 'prefecture' : 'county';
  if (code.length === 9) return 'township';
  if (code.length === 12) return 'village';
  return undefined;
}

/** The code of the division directly above, or `null` for a prefecture (the root of the data). */
export function parentCode(code: DivisionCode): DivisionCode | null {
  switch (code.length) {
    case 12:
      return code.slice(0, 9);
    case 9:
      return code.slice(0, 6);
    default:
      return code.endsWith('00') ? null : `${code.slice(0, 4)}00`;
  }
}

/** The county (or other reporting unit of that level) a code of county level or below lies in. */
export function countyCode(code: DivisionCode): DivisionCode {
  return code.slice(0, 6);
}

/** Whether the division existed on that day. */
export function isValidOn(division: Division, day: Day): boolean {
  return (
    (division.validFrom === null || division.validFrom <= day) &&
    (division.validTo === null || day <= division.validTo)
  );
}

/** One row of `divisions.csv`, before it becomes a `Division`. Empty cells are empty strings. */
export const divisionRowSchema = v.strictObject({
  code: v.pipe(
    v.string(),
    v.check((code) => levelOfCode(code) !== undefined, 'expected a code of 6, 9 or 12 digits'),
  ),
  name: v.pipe(v.string(), v.minLength(1, 'expected a name')),
  kind: v.picklist(divisionKinds),
  parent: v.string(),
  counted_for: v.string(),
  valid_from: v.union([v.literal(''), daySchema]),
  valid_to: v.union([v.literal(''), daySchema]),
  name_en: v.string(),
});
export type DivisionRow = v.InferOutput<typeof divisionRowSchema>;

/** The division a checked row describes. */
export function divisionFromRow(row: DivisionRow): Division {
  return {
    code: row.code,
    name: row.name,
    nameEn: row.name_en || null,
    kind: row.kind,
    level: levelOfCode(row.code) ?? 'village',
    parent: row.parent || null,
    countedFor: row.counted_for ? row.counted_for.split(' ') : [],
    validFrom: row.valid_from || null,
    validTo: row.valid_to || null,
  };
}
