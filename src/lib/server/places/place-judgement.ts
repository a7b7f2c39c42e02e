/** What is asked of the process that judges a file of positions, and what it answers. */
import type { DivisionCode, Division } from '../../domain/division.ts';
import type { DatumName } from '../../domain/geodata.ts';
import type { PlaceDecisions, PlaceLevel, PlaceVerdict } from '../../domain/place-import.ts';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import type { Programme } from '../../domain/programme.ts';
import type { LonLatBounds } from '../../map/projection.ts';
import type { CountyAreas, DatumAnswer } from '../geodata/find-datum.ts';
import type { PlaceLayer, PlacesRefused } from './place-line.ts';

/** A file of positions as it was sent in. */
export interface SentPlaces {
  readonly division: DivisionCode;
  readonly level: PlaceLevel;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is known of the ground, and who there is. */
export interface PlaceFacts {
  readonly divisions: readonly Division[];
  readonly swappedCodes?: Programme['swappedCodes'];
  /** Positions on record. */
  readonly known: readonly (readonly [DivisionCode, PlaceGeometry])[];
  /** In WGS-84, by six-digit code. */
  readonly counties: CountyAreas;
  readonly extent: LonLatBounds | undefined;
}

export interface PlacesTask extends SentPlaces, PlaceFacts {
  readonly choices: PlaceDecisions;
}

/** Lists of rows: those a person has to look at (in doubt, wrong, or settled by a choice), and the others. */
export const placeLists = ['mend', 'new', 'moved', 'same', 'left-out'] as const;
export type PlaceList = (typeof placeLists)[number];

/** As it crosses from the process: the rows as JSON, a page each. */
export interface JudgedPlaces {
  readonly status: 'judged';
  readonly layers: readonly PlaceLayer[];
  readonly datum: DatumAnswer;
  /** The datum the file itself names; `null`: none. */
  readonly inFile: DatumName | null;
  /** The system cannot tell, or tells otherwise than was declared: a person has to decide. */
  readonly isDatumAsked: boolean;
  readonly counts: Readonly<Record<PlaceVerdict, number>>;
  readonly rowCount: number;
  /** Positions that would be recorded. */
  readonly placeCount: number;
  readonly rows: Readonly<
    Record<PlaceList, { readonly count: number; readonly pages: readonly Uint8Array[] }>
  >;
  /** JSON of the places of the proposal. */
  readonly places: Uint8Array;
  /** The same text for the same outcome: what a person saw is compared by it. */
  readonly fingerprint: string;
}

export type PlacesOutcome = JudgedPlaces | PlacesRefused;
