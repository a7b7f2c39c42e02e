/**
 * The log: sources 依据, events 状态记录, statements 汇总表述, reporting 填报截止, quotas 分解任务 and
 * places 位置.
 * Append-only; a mistake is corrected by an event that retracts the old one (DESIGN §3).
 * `data/status.json` and `GET /api/v1/status.json` have this one shape.
 */
import * as v from 'valibot';
import { daySchema, instantSchema, partialDateSchema } from './date-schema.ts';
import { geometrySchema } from './place-geometry.ts';

const text = v.pipe(v.string(), v.minLength(1, 'expected a text'));
const identifier = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'expected an identifier'),
);

/** A document a fact rests on. */
export const sourceSchema = v.strictObject({
  id: identifier,
  title: text,
  publisher: text,
  /** 文号, where the document has one. */
  documentNumber: v.optional(text),
  date: v.optional(partialDateSchema),
  /** A link, or the name of a package or file where it can be found. */
  location: v.optional(text),
  note: v.optional(text),
});
export type Source = v.InferOutput<typeof sourceSchema>;

const eventBase = {
  id: identifier,
  division: v.string(),
  track: v.string(),
  /** When the office learned it. */
  recordedAt: instantSchema,
  source: identifier,
  /** Id of the event this one takes back. */
  retracts: v.optional(identifier),
  /** Why: compulsory for an inferred event and for one that retracts. */
  reason: v.optional(text),
};

/** Division D reached stage S of track T with effect from E. */
const reachedSchema = v.strictObject({
  ...eventBase,
  kind: v.literal('reached'),
  stage: v.string(),
  effective: partialDateSchema,
  certainty: v.picklist(['confirmed', 'inferred']),
  /** The batch of a decision that names many units at once. */
  batch: v.optional(text),
});
export type ReachedEvent = v.InferOutput<typeof reachedSchema>;

/** An earlier event is taken back and nothing takes its place. */
const retractionSchema = v.strictObject({
  ...eventBase,
  kind: v.literal('retraction'),
  retracts: identifier,
  reason: text,
});
export type RetractionEvent = v.InferOutput<typeof retractionSchema>;

export const eventSchema = v.variant('kind', [reachedSchema, retractionSchema]);
export type StatusEvent = v.InferOutput<typeof eventSchema>;

/** A count that a source gives without names. */
const statementSchema = v.strictObject({
  id: identifier,
  track: v.string(),
  stage: v.string(),
  /** Units on `track` that are not also on this track ("applied for provincial only"). */
  excluding: v.optional(v.string()),
  count: v.pipe(v.number(), v.integer(), v.minValue(0)),
  effective: partialDateSchema,
  recordedAt: instantSchema,
  source: identifier,
  note: v.optional(text),
});
export type Statement = v.InferOutput<typeof statementSchema>;

/** For track T, division D and all units below it, the log is complete up to a day. */
export const reportingSchema = v.strictObject({
  division: v.string(),
  track: v.string(),
  /** `null`: the day reported last is taken back, and no other stands in its place. */
  completeTo: v.nullable(daySchema),
  recordedAt: instantSchema,
  source: identifier,
});
export type Reporting = v.InferOutput<typeof reportingSchema>;

/** County D's part of the target of a township or village track T, with effect from E. */
export const quotaSchema = v.strictObject({
  id: identifier,
  /** A county, or another unit of that level. */
  division: v.string(),
  track: v.string(),
  /** `null`: what was asked for from that day is taken back, and no other number stands in its place. */
  count: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  effective: partialDateSchema,
  recordedAt: instantSchema,
  source: identifier,
  note: v.optional(text),
});
export type Quota = v.InferOutput<typeof quotaSchema>;

/** Where a township or village lies; without a geometry: where it was said to lie is taken back. */
export const placeSchema = v.strictObject({
  id: identifier,
  division: v.string(),
  geometry: v.nullable(geometrySchema),
  recordedAt: instantSchema,
  source: identifier,
  note: v.optional(text),
});
export type Place = v.InferOutput<typeof placeSchema>;

export const statusSchema = v.strictObject({
  $schema: v.optional(v.string()),
  sources: v.array(sourceSchema),
  statements: v.array(statementSchema),
  events: v.array(eventSchema),
  reporting: v.array(reportingSchema),
  // Optional, as an export of an edition that knew neither is still read.
  quotas: v.optional(v.array(quotaSchema), []),
  places: v.optional(v.array(placeSchema), []),
});
export type Status = v.InferOutput<typeof statusSchema>;
