/** One line of a file of positions, whatever format it came in: whom it names, and where it says they are. */
import type { PlaceNote, PlaceTableRefusal } from '../../domain/place-import.ts';
import type { GeodataRefusal } from '../../domain/geodata.ts';
import type { GeodataLayer, PlaceGeometry } from '../geodata/place-feature.ts';
import type { LedgerRefused } from '../import/imports.ts';
import type { Field, Fields } from '../import/row-fields.ts';

export interface PlaceLine {
  readonly layer: string | null;
  readonly number: number;
  readonly fields: Readonly<Fields>;
  /** The field that names the unit. */
  readonly name: Field | undefined;
  /** As in the file; `null`: `notes` says why not. */
  readonly geometry: PlaceGeometry | null;
  /** With the decimals that somebody wrote. */
  readonly asWritten: PlaceGeometry | null;
  /** `wrong`: it cannot be used for the reason of the last note. `left-out`: it is of no unit. */
  readonly status: 'usable' | 'wrong' | 'left-out';
  readonly notes: readonly PlaceNote[];
}

/** What was found of each layer or sheet. */
export interface PlaceLayer extends Partial<Pick<GeodataLayer, 'encoding' | 'system' | 'deleted'>> {
  readonly name: string | null;
  readonly rows: number;
}

/** Why a file holds no positions: as a table it is read as a ledger is. */
export type PlacesRefused =
  | LedgerRefused
  | ({
      readonly status: 'refused';
      readonly values: Readonly<Record<string, string>>;
    } & (
      | { readonly by: 'geodata'; readonly reason: GeodataRefusal }
      | { readonly by: 'places'; readonly reason: PlaceTableRefusal }
    ));

export type ReadPlaces =
  | {
      readonly status: 'read';
      readonly lines: readonly PlaceLine[];
      readonly layers: readonly PlaceLayer[];
      /** The datum that the file names for all it holds; `null`: it does not. */
      readonly datum: 'wgs84' | 'cgcs2000' | null;
    }
  | PlacesRefused;

export function keyOf({ layer, number }: Pick<PlaceLine, 'layer' | 'number'>): string {
  return `${layer ?? ''}!${number}`;
}
