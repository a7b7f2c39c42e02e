/** The import of positions as routes see it: kept, judged, settled row by row, and submitted as one. */
import type { DivisionCode } from '../../domain/division.ts';
import type { DatumName } from '../../domain/geodata.ts';
import type { Actor, Decision, Subject } from '../../domain/permission.ts';
import type { PlaceChoices, PlaceLevel, TypedPlaceSource } from '../../domain/place-import.ts';
import type { ProposalFault, ProposedSource } from '../../domain/submission.ts';
import type { By, SubmissionResult } from '../submissions/submissions.ts';
import type { PlacesOutcome, SentPlaces } from './place-judgement.ts';
import type { PlacesRefused } from './place-line.ts';

/** Without its content. */
export interface KeptPlaces {
  readonly id: string;
  readonly division: DivisionCode;
  readonly level: PlaceLevel;
  readonly author: string;
  readonly name: string;
  readonly hash: string;
  readonly choices: PlaceChoices;
  /** RFC 3339 in UTC. */
  readonly uploadedAt: string;
  /** What it became; `null`: not confirmed. */
  readonly submission: string | null;
}

export type KeepPlacesResult =
  | { readonly status: 'done'; readonly id: string }
  | PlacesRefused
  | { readonly status: 'not-allowed'; readonly decision: Decision }
  /** No such division to report for. */
  | { readonly status: 'invalid' };

export type ConfirmPlacesResult =
  | { readonly status: 'done'; readonly submission: string }
  | { readonly status: 'not-found' }
  | { readonly status: 'not-allowed'; readonly decision: Decision }
  | PlacesRefused
  /** It would no longer come to what was shown. */
  | { readonly status: 'changed' }
  /** Everything is on record already. */
  | { readonly status: 'nothing' }
  /** Nobody has said in which datum the file is. */
  | { readonly status: 'datum-asked' }
  /** Rows are in doubt or wrong, and nobody said that they are to be left out. */
  | { readonly status: 'unsettled' }
  | { readonly status: 'invalid'; readonly faults: readonly ProposalFault[] };

/** What confirms an import: what was seen, and the document that the positions rest on. */
export interface Confirmation {
  /** Of what was shown. */
  readonly fingerprint: string;
  /** Rows in doubt or wrong are to be left out. */
  readonly isWithout: boolean;
  readonly source: ProposedSource;
  readonly note?: string;
}

export interface PlaceImports {
  /** Reads and judges it; a file that can be judged is kept, and the old ones are removed. */
  keep(by: By, sent: SentPlaces, declared: DatumName | null): Promise<KeepPlacesResult>;
  /** Those of this person that are not confirmed, newest first. */
  unfinished(actor: Actor): Promise<readonly KeptPlaces[]>;
  /** For the guard, who logs a refusal. */
  subjectOf(id: string): Promise<Required<Subject> | null>;
  find(actor: Actor, id: string): Promise<KeptPlaces | null>;
  /** By the facts as they are now. */
  judge(kept: KeptPlaces): Promise<PlacesOutcome>;
  /** Adds what a person settled; `null` for a row takes its choice back. */
  choose(
    by: By,
    id: string,
    chosen: {
      readonly rows: Readonly<Record<string, string | null>>;
      readonly decided?: DatumName;
      readonly source?: TypedPlaceSource;
    },
  ): Promise<'done' | 'not-found' | 'confirmed'>;
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
