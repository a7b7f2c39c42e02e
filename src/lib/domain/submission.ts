/**
 * A submission 报送: proposed events on their way to the log,
 * draft → submitted → approved / returned / withdrawn (DESIGN §2). Only an approved one writes events.
 * The schemas give the shape alone: a draft may be unfinished or wrong, and `faultsOf`
 * (proposal-faults.ts) says at which field.
 */
import * as v from 'valibot';
import { anyGeometrySchema } from './place-geometry.ts';

/** "The division reached this stage." An empty text has not been filled in yet. */
const reachedChange = v.strictObject({
  kind: v.literal('reached'),
  division: v.string(),
  track: v.string(),
  stage: v.string(),
  effective: v.string(),
  batch: v.optional(v.string()),
});

/** "The event was wrong; this is right." The reason is compulsory. */
const correctionChange = v.strictObject({
  ...reachedChange.entries,
  kind: v.literal('correction'),
  retracts: v.string(),
  reason: v.string(),
});

/** "The event was wrong, and nothing takes its place." */
const retractionChange = v.strictObject({
  kind: v.literal('retraction'),
  division: v.string(),
  track: v.string(),
  retracts: v.string(),
  reason: v.string(),
});

const changeSchema = v.variant('kind', [reachedChange, correctionChange, retractionChange]);
export type Change = v.InferOutput<typeof changeSchema>;

/** The document the changes rest on, as the clerk gives it; its id is made at approval. */
const proposedSourceSchema = v.strictObject({
  title: v.string(),
  publisher: v.string(),
  documentNumber: v.optional(v.string()),
  date: v.optional(v.string()),
  location: v.optional(v.string()),
});
export type ProposedSource = v.InferOutput<typeof proposedSourceSchema>;

/** "Of the target, this county is asked for so many." The city alone sets it. */
const proposedQuotasSchema = v.strictObject({
  /** From when all of them hold. */
  effective: v.string(),
  /**
   * As it was typed: a text that is no whole number is told at its field. `null`, in an undoing alone:
   * no number stands.
   */
  counts: v.array(
    v.strictObject({ division: v.string(), track: v.string(), count: v.nullable(v.string()) }),
  ),
});
export type ProposedQuotas = v.InferOutput<typeof proposedQuotasSchema>;

/** "The township or village lies here", or `null`: "where it was said to lie was wrong". */
const proposedPlaceSchema = v.strictObject({
  division: v.string(),
  geometry: v.nullable(anyGeometrySchema),
});
export type ProposedPlace = v.InferOutput<typeof proposedPlaceSchema>;

/** What a submission says. */
export const proposalSchema = v.strictObject({
  changes: v.array(changeSchema),
  source: v.optional(proposedSourceSchema),
  /**
   * "For these tracks nothing else has changed up to this day." `null`, in an undoing alone: no day
   * stands.
   */
  reporting: v.array(v.strictObject({ track: v.string(), completeTo: v.nullable(v.string()) })),
  quotas: v.optional(proposedQuotasSchema),
  places: v.optional(v.array(proposedPlaceSchema)),
  /** Of an undoing (undo.ts): the approved submission it takes back, and why. */
  undoes: v.optional(v.strictObject({ submission: v.string(), reason: v.string() })),
  /** A word to the city, never published. */
  note: v.optional(v.string()),
});
export type Proposal = v.InferOutput<typeof proposalSchema>;

export type SubmissionState = 'draft' | 'submitted' | 'returned' | 'withdrawn' | 'approved';

/** While submitted: whose turn it is. A county with a head has its reports checked there first. */
export type Awaiting = 'county-head' | 'city';

/** What is wrong with a proposal, at which field; words are for the interface. */
export interface ProposalFault {
  /** `changes.0.effective`, `source.title`, `files`, `reporting.0.completeTo`, `quotas.counts.0.count` … */
  readonly field: string;
  readonly code: ProposalFaultCode;
  /** Values the sentence names: a code, a date, a stage, a limit. */
  readonly values?: Readonly<Record<string, string>>;
}

export type ProposalFaultCode =
  | 'required'
  | 'too-long'
  | 'not-a-date'
  | 'future'
  | 'before-existence'
  | 'unknown-division'
  | 'other-county'
  | 'unknown-track'
  | 'not-counted'
  | 'unknown-stage'
  | 'unknown-event'
  | 'already-retracted'
  | 'not-this-unit'
  | 'same-as-now'
  /** Of an undoing: what it would take back has been changed since. */
  | 'changed-since'
  | 'twice'
  | 'document-required'
  | 'file-required'
  | 'earlier-than-before'
  /** "Nothing new" while a change of the same track waits for approval. */
  | 'under-review'
  | 'nothing'
  /** Quotas in a submission of another than the prefecture. */
  | 'city-only'
  /** A quota for a county, a place for a township or a village: of none of these levels. */
  | 'wrong-level'
  /** Quotas are of townships and villages alone. */
  | 'track-without-quota'
  | 'not-a-count'
  /** A quota above the units the county has to choose from, `eligible`. */
  | 'above-eligible'
  /** `problem`: a `GeometryProblem`, or `crossing` and `parts`, which take more than its figures. */
  | 'invalid-geometry'
  /** Further from the prefecture than anything of it can lie; `axes`: `swapped` where that explains it. */
  | 'far-away';
