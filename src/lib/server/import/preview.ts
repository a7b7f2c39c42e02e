/** What `previewLedger` is asked and answers; the preview itself is the domain's (ledger.ts). */
import type { Day, PartialDate } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import type { LedgerPreview, LedgerRefusal } from '../../domain/ledger.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import type { TableToTell } from '../../domain/told-columns.ts';

export interface LedgerContext {
  /** The facts known now. */
  readonly data: ProgrammeData;
  /** Id of a track whose units are townships or villages. */
  readonly track: string;
  /** Code of the reporter's county, or of the prefecture. */
  readonly division: DivisionCode;
  /** Today in Asia/Shanghai. */
  readonly today: Day;
  /** For rows that give none: the date of the title, and the stage (else the first that counts). */
  readonly defaults?: { readonly effective?: PartialDate; readonly stage?: string };
}

export type LedgerReading = {
  /** What a person may tell of the columns. */
  readonly tables: readonly TableToTell[];
} & (
  | { readonly status: 'preview'; readonly preview: LedgerPreview }
  | {
      readonly status: 'refused';
      readonly reason: LedgerRefusal;
      /** What the sentence names: the sheets looked at, the words that gave another track away. */
      readonly values: Readonly<Record<string, string>>;
    }
);
