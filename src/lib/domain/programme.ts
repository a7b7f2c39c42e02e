/**
 * The programme 创建工作: tracks, stages, targets, periods and wording, one JSON file
 * (`data/programme.json`). Another prefecture replaces the file, not the code.
 */
import * as v from 'valibot';
import { daySchema } from './date-schema.ts';
import { levels } from './division.ts';

const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]*$/, 'expected an identifier of lower-case letters, digits and hyphens'),
);
const text = v.pipe(v.string(), v.minLength(1, 'expected a text'));
const townshipCode = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{8}$/, 'expected a township code of 9 digits'),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A text in both languages of the interface. */
const localizedSchema = v.strictObject({ 'zh-CN': text, en: text });
export type Localized = v.InferOutput<typeof localizedSchema>;

/** A class of stages for colour and legend, in the order of the road. */
const phaseSchema = v.strictObject({ id: identifier, name: localizedSchema });

/** A step of a track. `counts`: a unit there holds the title. `exit`: it has left the road. */
const stageSchema = v.strictObject({
  id: identifier,
  name: localizedSchema,
  /** A phase of the programme; absent for exits. */
  phase: v.optional(identifier),
  counts: v.boolean(),
  exit: v.boolean(),
  /** What the stage asks for, and where the rule is written. */
  note: v.optional(localizedSchema),
});
export type Stage = v.InferOutput<typeof stageSchema>;

const trackSchema = v.strictObject({
  id: identifier,
  name: localizedSchema,
  level: v.picklist(levels),
  stages: v.pipe(v.array(stageSchema), v.minLength(1)),
  /** Upper edges of the shares (0–1) that colour a county by what it has against what it could have. */
  shareBreaks: v.optional(v.pipe(v.array(v.number()), v.minLength(1))),
  note: v.optional(localizedSchema),
});
export type Track = v.InferOutput<typeof trackSchema>;

const targetBase = {
  id: identifier,
  track: identifier,
  name: localizedSchema,
  /** The target in the words of its source. */
  wording: localizedSchema,
  source: v.string(),
  /** Instead of the period's: where this target starts, from what count, and its last day. */
  start: v.optional(daySchema),
  base: v.optional(count),
  deadline: v.optional(daySchema),
  /** Tracks whose titles also count here. Open question in FACTS; empty: each track by itself. */
  alsoCountedBy: v.array(identifier),
};

/** A share (numerator/denominator of the units that count) or a number of units, by a deadline. */
const targetSchema = v.variant('kind', [
  v.strictObject({
    ...targetBase,
    kind: v.literal('share'),
    numerator: v.pipe(count, v.minValue(1)),
    denominator: v.pipe(count, v.minValue(1)),
  }),
  v.strictObject({
    ...targetBase,
    kind: v.literal('number'),
    number: v.pipe(count, v.minValue(1)),
  }),
]);
export type Target = v.InferOutput<typeof targetSchema>;

/** Whose boundaries the map shows: the line under every map, and the document behind it. */
const mapSchema = v.strictObject({ source: v.string(), credit: localizedSchema });

/** An open question or a fact with its date, for the method page. */
const remarkSchema = v.strictObject({ text: localizedSchema, sources: v.array(v.string()) });

export const programmeSchema = v.strictObject({
  $schema: v.optional(v.string()),
  id: identifier,
  name: localizedSchema,
  /** Code of the prefecture whose map this is. */
  prefecture: v.pipe(v.string(), v.regex(/^\d{4}00$/, 'expected a prefecture code of 6 digits')),
  /** True for an invented history: every page and export is then marked 演示数据. */
  demonstration: v.boolean(),
  map: mapSchema,
  period: v.strictObject({ start: daySchema, deadline: daySchema, base: count }),
  /** Ratio of progress to expectation from which the words on-track and accelerate hold. */
  thresholds: v.strictObject({
    onTrack: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
    accelerate: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)),
  }),
  phases: v.pipe(v.array(phaseSchema), v.minLength(1)),
  tracks: v.pipe(v.array(trackSchema), v.minLength(1)),
  targets: v.pipe(v.array(targetSchema), v.minLength(1)),
  /** Pairs of townships whose codes another edition of the statistical codes has the other way round. */
  swappedCodes: v.optional(v.array(v.tuple([townshipCode, townshipCode]))),
  openQuestions: v.array(remarkSchema),
  context: v.array(remarkSchema),
  /** Where the other files of this data set lie, relative to this one; by default beside it. */
  files: v.optional(
    v.strictObject({
      divisions: v.optional(text),
      counties: v.optional(text),
      context: v.optional(text),
    }),
  ),
});
export type Programme = v.InferOutput<typeof programmeSchema>;

/** The place of a stage on its track's road, from 0; exits come after every step. */
export function stageOrder(track: Track, stageId: string): number {
  return track.stages.findIndex((stage) => stage.id === stageId);
}

/** Start, base and deadline of a target: its own, else the period's. */
export function targetPeriod(programme: Programme, target: Target) {
  return {
    start: target.start ?? programme.period.start,
    base: target.base ?? programme.period.base,
    deadline: target.deadline ?? programme.period.deadline,
  };
}

/**
 * The number of units the target asks for, of `denominator` units, in whole numbers. A share asks for
 * one at least: where there is no unit, nothing has been reached (decision 0008).
 */
export function requiredCount(target: Target, denominator: number): number {
  if (target.kind === 'number') return target.number;
  const share = (target.numerator * denominator + target.denominator - 1) / target.denominator;
  return Math.max(1, Math.floor(share));
}
