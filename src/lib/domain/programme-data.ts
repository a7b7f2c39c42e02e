import type { Division } from './division.ts';
import type { Programme } from './programme.ts';
import type { StatusEvent, Status } from './status.ts';

/** Everything the domain computes from: a value, whether it was read from files or a database. */
export interface ProgrammeData {
  readonly programme: Programme;
  readonly divisions: readonly Division[];
  readonly status: Status;
  /** Events of submissions that wait for approval: counted as under review, never as facts. */
  readonly proposals: readonly StatusEvent[];
}
