/** The import of positions as routes see it: kept, judged, settled row by row, and submitted as one. */
import type { DivisionCode } from '../../domain/division.ts';
import type { DatumName } from '../../domain/geodata.ts';
import type { PlaceChoices, PlaceLevel, TypedPlaceSource } from '../../domain/place-import.ts';
import type { ProposedSource } from '../../domain/submission.ts';
import type { Confirmed, Shown } from '../kept-files/confirm-kept-file.ts';
import type { KeptFile } from '../kept-files/kept-file.ts';
import type { Chosen, Kept, KeptFiles } from '../kept-files/kept-files.ts';
import type { By, SubmissionResult } from '../submissions/submissions.ts';
import type { PlacesOutcome, SentPlaces } from './place-judgement.ts';
import type { PlacesRefused } from './place-line.ts';

/** Without its content. */
export interface KeptPlaces extends KeptFile<PlaceChoices> {
  readonly level: PlaceLevel;
}

export type KeepPlacesResult =
  | Kept
  | PlacesRefused
  /** No such division to report for. */
  | { readonly status: 'invalid' };

export type ConfirmPlacesResult =
  | Confirmed
  | PlacesRefused
  /** Nobody has said in which datum the file is. */
  | { readonly status: 'datum-asked' };

/** What confirms an import: what was seen, and the document that the positions rest on. */
export interface Confirmation extends Shown {
  readonly source: ProposedSource;
  readonly note?: string;
}

export interface PlaceImports extends KeptFiles<KeptPlaces> {
  /**
   * Reads and judges it; a file that can be judged is kept, and the old ones are removed. `wanted` is
   * aborted when nobody waits for the result any more.
   */
  keep(
    by: By,
    sent: SentPlaces,
    declared: DatumName | null,
    wanted?: AbortSignal,
  ): Promise<KeepPlacesResult>;
  /** By the facts as they are now. */
  judge(kept: KeptPlaces): Promise<PlacesOutcome>;
  /** Adds what a person settled. `null` takes a row's choice back; what is not named stays as it is. */
  choose(
    by: By,
    id: string,
    chosen: {
      readonly rows: Readonly<Record<string, string | null>>;
      readonly decided?: DatumName;
      readonly source?: TypedPlaceSource;
    },
  ): Promise<Chosen>;
  /** Makes one submission of all its places, and submits it. */
  confirm(by: By, id: string, confirmation: Confirmation): Promise<ConfirmPlacesResult>;
  /** A submission that takes these units' positions back: geometry `null`. */
  takeBack(
    by: By,
    division: DivisionCode,
    units: readonly DivisionCode[],
    given: Pick<Confirmation, 'source' | 'note'>,
    key: string,
  ): Promise<SubmissionResult>;
}
