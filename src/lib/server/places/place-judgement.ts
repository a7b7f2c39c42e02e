/** What is asked of the process that judges a file of positions, and what it answers. */
import type { DivisionCode, Division } from '../../domain/division.ts';
import type { DatumName } from '../../domain/geodata.ts';
import type { PlaceDecisions, PlaceLevel, PlaceVerdict } from '../../domain/place-import.ts';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import type { Programme } from '../../domain/programme.ts';
import type { LonLatBounds } from '../../map/projection.ts';
import type { CountyAreas, DatumAnswer } from '../geodata/find-datum.ts';
import type { JudgedFile } from '../kept-files/judged-file.ts';
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

/** As it crosses from the process. */
export interface JudgedPlaces extends JudgedFile<PlaceList, PlaceVerdict> {
  readonly layers: readonly PlaceLayer[];
  readonly datum: DatumAnswer;
  /** The datum the file itself names; `null`: none. */
  readonly inFile: DatumName | null;
  /** The system cannot tell, or tells otherwise than was declared: a person has to decide. */
  readonly isDatumAsked: boolean;
  /** Positions that would be recorded. */
  readonly placeCount: number;
  /** JSON of the places of the proposal, each of which `notesOfPlace` found sound. */
  readonly places: Uint8Array;
}

export type PlacesOutcome = JudgedPlaces | PlacesRefused;
