/** What the desk of submissions is made of; handed in once, where the site is put together. */
import type { Day } from '../../domain/date.ts';
import type { Actor } from '../../domain/permission.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import type { LonLatBounds } from '../../map/projection.ts';
import type { AuditLog } from '../audit/append.ts';
import type { Database, Reader } from '../db/database.ts';
import type { Clock } from '../read-model.ts';

export interface SubmissionsOptions {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly now: Clock;
  /** A new id of a submission made on that day (submission-id.ts). */
  readonly newId: (today: Day) => string;
  /** The read model's data: programme and divisions; its facts may be a moment behind the database. */
  readonly data: () => ProgrammeData;
  /** Bounds of the boundaries in degrees; `undefined` where there are none. */
  readonly extent: () => LonLatBounds | undefined;
  /** After a commit that changed the facts, or what is under review. */
  readonly changed: () => void | Promise<void>;
  /** Whether the county has an active head who is none of these accounts, who wrote it. */
  readonly hasHead: (county: string, writers: readonly string[]) => Promise<boolean>;
  /** Who the account is as the write sees it; `null`: nobody any more (accounts/sessions.ts). */
  readonly actorNow: (write: Reader, account: string) => Promise<Actor | null>;
  /** Account ids to names. */
  readonly names: () => Promise<ReadonlyMap<string, string>>;
}
