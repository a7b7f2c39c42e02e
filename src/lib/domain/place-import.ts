/**
 * What a file of positions 位置 would change, feature by feature, before anything is written. Words are
 * for the interface.
 */
import type { DivisionCode } from './division.ts';
import type { DatumName, FeatureFaultCode, PlaceFaultCode } from './geodata.ts';
import type { Candidate, RowFault } from './ledger.ts';
import type { Localized } from './programme.ts';

/**
 * `new`: the unit has no position. `moved`: it has another. `same`: it has this one. `doubt`: a person has
 * to choose. `wrong`: cannot be recorded. `left-out`: no feature of a unit, or not wanted.
 */
export const placeVerdicts = ['new', 'moved', 'doubt', 'wrong', 'same', 'left-out'] as const;
export type PlaceVerdict = (typeof placeVerdicts)[number];

/** Of what the positions are: whom a name in the file may mean. */
export const placeLevels = ['township', 'village'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

export function isPlaceLevel(text: string): text is PlaceLevel {
  return placeLevels.some((level) => level === text);
}

/** What is to be said of a feature beside what the readers of its file and of its names say. */
export const placeNoteCodes = [
  /** A coordinate that is no number and no degrees, minutes and seconds: `written`. */
  'unreadable',
  /** The unit stands in the file before: `unit`, `place`. */
  'twice',
  /** A point is moved: `metres`. */
  'moved',
  'outline-for-point',
  /** Would give up the outline that is on record. */
  'point-for-outline',
  'outline-changed',
  /** A person said to import it in spite of the doubts. */
  'accepted',
] as const;
export type PlaceNoteCode = (typeof placeNoteCodes)[number];

type Values = Readonly<Record<string, string>>;

export type PlaceNote =
  | { readonly of: 'row'; readonly fault: RowFault }
  | { readonly of: 'feature'; readonly code: FeatureFaultCode; readonly values: Values }
  | {
      readonly of: 'place';
      readonly code: PlaceFaultCode;
      /** Codes of divisions are codes here. */
      readonly values: Values;
      readonly detail: Localized | null;
    }
  /** As a proposal with it would be told. */
  | {
      readonly of: 'proposal';
      readonly code: 'invalid-geometry' | 'far-away';
      readonly values: Values;
    }
  | { readonly of: 'import'; readonly code: PlaceNoteCode; readonly values: Values };

export interface PlaceRow {
  /** Layer, or sheet, and number: what choices name it by. */
  readonly key: string;
  /** Shapefile of the archive or sheet of the workbook; `null`: the file is one. */
  readonly layer: string | null;
  /** Of a sheet, as Excel numbers it; else from 1 in its layer. */
  readonly number: number;
  readonly verdict: PlaceVerdict;
  /** The names and code that the file gives. */
  readonly written: string;
  readonly unit: DivisionCode | null;
  /** In WGS-84: the point, or how many positions the outline has. */
  readonly position:
    | { readonly kind: 'point'; readonly longitude: number; readonly latitude: number }
    | { readonly kind: 'outline'; readonly positions: number }
    | null;
  readonly notes: readonly PlaceNote[];
  /** At most three, nearest first. */
  readonly candidates: readonly Candidate[];
  /** Only its position is in doubt: a person may say that it is right. */
  readonly isAcceptable: boolean;
}

/** Why a table that can be read holds no positions. */
export type PlaceTableRefusal =
  /** No column names a unit: `columns`. */
  | 'no-names'
  /** No columns of longitude and latitude: `sheets`. */
  | 'no-coordinates'
  | 'no-rows';

/**
 * What a person chose for a feature, by its key: a code for whom it means, `!` after it (or alone) to
 * import it in spite of the doubts, `''` to leave it out.
 */
export type PlaceRowChoices = Readonly<Record<string, string>>;

/** Where the coordinates come from, as typed so far. */
export interface TypedPlaceSource {
  readonly title: string;
  readonly publisher: string;
  readonly documentNumber: string;
  readonly location: string;
  /** A word to the city, never published. */
  readonly note: string;
}

export const noPlaceSource: TypedPlaceSource = {
  title: '',
  publisher: '',
  documentNumber: '',
  location: '',
  note: '',
};

/** What decides what a file comes to. */
export interface PlaceDecisions {
  readonly rows: PlaceRowChoices;
  /** As declared with the file; `null`: not known. */
  readonly declared: DatumName | null;
  /** As a person decided in the preview, who had seen the evidence; `null`: not yet. */
  readonly decided: DatumName | null;
}

/** What a person settled about a file in its preview. */
export interface PlaceChoices extends PlaceDecisions {
  readonly source: TypedPlaceSource;
}
