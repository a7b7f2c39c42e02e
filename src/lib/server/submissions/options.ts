/** What the desk of submissions is made of; handed in once, where the site is put together. */
import type { Day } from '../../domain/date.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import type { AuditLog } from '../audit/append.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../read-model.ts';

export interface SubmissionsOptions {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly now: Clock;
  /** A new id of a submission made on that day (submission-id.ts). */
  readonly newId: (today: Day) => string;
  /** The read model's data: programme and divisions; its facts may be a moment behind the database. */
  readonly data: () => ProgrammeData;
  /** After a commit that changed the facts, or what is under review. */
  readonly changed: () => void | Promise<void>;
  /** Whether the county has an active head who can check what this account wrote. */
  readonly hasHead: (county: string, author: string) => Promise<boolean>;
  /** Account ids to names. */
  readonly names: () => Promise<ReadonlyMap<string, string>>;
}
