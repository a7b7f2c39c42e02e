/**
 * The tables of the site, the same on SQLite and PostgreSQL. Instants are RFC 3339 texts and JSON is
 * text, so that what is exported is, byte for byte, what was recorded. Truth values are 0 and 1.
 */
import type { Generated } from 'kysely';
import type { AccountTables } from './account-tables.ts';

type Flag = 0 | 1;

/** One row: what this database was seeded from. A directory of another programme is refused. */
export interface SiteTable {
  id: 1;
  programme: string;
  prefecture: string;
  demonstration: Flag;
  seeded_at: string;
}

/** The facts (domain/status.ts). Append-only; `ordinal` keeps the order of export. */
export interface SourceTable {
  ordinal: Generated<number>;
  id: string;
  title: string;
  publisher: string;
  document_number: string | null;
  date: string | null;
  location: string | null;
  note: string | null;
  /** The submission it came by; `null` for the seed and an import. */
  submission: string | null;
}

export interface EventTable {
  ordinal: Generated<number>;
  id: string;
  kind: 'reached' | 'retraction';
  division: string;
  track: string;
  stage: string | null;
  effective: string | null;
  certainty: 'confirmed' | 'inferred' | null;
  batch: string | null;
  retracts: string | null;
  reason: string | null;
  recorded_at: string;
  source: string;
  submission: string | null;
}

export interface StatementTable {
  ordinal: Generated<number>;
  id: string;
  track: string;
  stage: string;
  excluding: string | null;
  count: number;
  effective: string;
  recorded_at: string;
  source: string;
  note: string | null;
}

export interface ReportingTable {
  ordinal: Generated<number>;
  division: string;
  track: string;
  /** `null` takes the date back. */
  complete_to: string | null;
  recorded_at: string;
  source: string;
  submission: string | null;
}

export interface QuotaTable {
  ordinal: Generated<number>;
  id: string;
  division: string;
  track: string;
  /** `null` takes the quota back. */
  count: number | null;
  effective: string;
  recorded_at: string;
  source: string;
  note: string | null;
  submission: string | null;
}

export interface PlaceTable {
  ordinal: Generated<number>;
  id: string;
  division: string;
  /** GeoJSON; `null` takes a position back. */
  geometry: string | null;
  recorded_at: string;
  source: string;
  note: string | null;
  submission: string | null;
}

/** A submission 报送 on its way. What it says stands in its newest revision. */
export interface SubmissionTable {
  id: string;
  /** The county, development zone or prefecture it reports for. */
  division: string;
  state: 'draft' | 'submitted' | 'returned' | 'withdrawn' | 'approved';
  /** While submitted: whose turn it is. */
  awaiting: 'county-head' | 'city' | null;
  /** Raised by every write; a write that saw another version is a clash. */
  version: number;
  /** Account ids. */
  author: string;
  created_at: string;
  updated_at: string;
  /** Made with the empty form: the same author's same form makes one draft, however often it is sent. */
  client_key: string | null;
}

/** What a submission said at each version. Append-only. */
export interface RevisionTable {
  submission: string;
  version: number;
  /** Canonical JSON of a `Proposal` (domain/submission.ts). */
  proposal: string;
  author: string;
  saved_at: string;
}

/** Who moved a submission where, and the words that went with it. Append-only. */
export interface StepTable {
  ordinal: Generated<number>;
  submission: string;
  version: number;
  step: 'drafted' | 'saved' | 'submitted' | 'checked' | 'returned' | 'withdrawn' | 'approved';
  actor: string;
  at: string;
  note: string | null;
}

/** Files by their SHA-256 in lower-case hexadecimal. */
export interface FileTable {
  hash: string;
  media_type: 'application/pdf' | 'image/jpeg' | 'image/png';
  size: number;
  content: Uint8Array;
  stored_at: string;
}

export interface SubmissionFileTable {
  submission: string;
  hash: string;
  name: string;
  attached_at: string;
}

/** A ledger 台账 somebody sent in, until it is confirmed or a week old. No fact: it may be removed. */
export interface LedgerTable {
  id: string;
  division: string;
  track: string;
  /** Account id. */
  author: string;
  /** Of the file, as it came. */
  name: string;
  /** A pasted block is kept as UTF-8. Of positions, `track` is the level of their units. */
  kind: 'file' | 'paste' | 'places';
  content: Uint8Array;
  /** SHA-256 of the content. */
  hash: string;
  /** JSON of `LedgerChoices` (import/imports.ts), or of `PlaceChoices` (domain/place-import.ts). */
  choices: string;
  /** Raised by every choice. */
  version: number;
  uploaded_at: string;
  /** The draft it became; `null`: not confirmed. */
  submission: string | null;
}

/** The audit log: a chain, each row's hash over its canonical text and the hash before it. */
export interface AuditTable {
  seq: number;
  at: string;
  /** Account id; `null` where nobody was signed in, or for the command line. */
  actor: string | null;
  /** The name as it was then: accounts can be renamed, the log cannot. */
  actor_name: string | null;
  action: string;
  /** Division code, where the row is about one. */
  division: string | null;
  /** What it is about: an id of a submission, event, account, file or setting. */
  subject: string | null;
  outcome: 'done' | 'refused';
  /** Canonical JSON object; never a secret. */
  details: string;
  request: string | null;
  previous: string;
  hash: string;
  /** Says, with a key this database does not hold, that the site itself wrote the hash. */
  mac: string;
}

/** One row: how far the log goes, under the same key. Shows a log whose end was cut off. */
export interface AuditSealTable {
  id: 1;
  seq: number;
  hash: string;
  mac: string;
}

export interface SettingTable {
  name: string;
  value: string;
  version: number;
  updated_at: string;
}

export interface Schema extends AccountTables {
  site: SiteTable;
  source: SourceTable;
  event: EventTable;
  statement: StatementTable;
  reporting: ReportingTable;
  quota: QuotaTable;
  place: PlaceTable;
  submission: SubmissionTable;
  submission_revision: RevisionTable;
  submission_step: StepTable;
  file: FileTable;
  submission_file: SubmissionFileTable;
  ledger: LedgerTable;
  audit: AuditTable;
  audit_seal: AuditSealTable;
  setting: SettingTable;
}
