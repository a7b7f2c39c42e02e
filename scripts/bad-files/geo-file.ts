/** A file of positions as it should not be sent, and what the site has to answer to it. */
import type {
  FeatureFaultCode,
  GeodataRefusal,
  PlaceFaultCode,
} from '../../src/lib/domain/geodata.ts';
import type { GeodataLayer } from '../../src/lib/server/geodata/place-feature.ts';
import type { DatumAnswer } from '../../src/lib/server/geodata/find-datum.ts';

/** Row (from 1, counted over all layers) and the code of a fault. */
export type ExpectedFault<Code> = readonly [row: number, code: Code];

export interface ExpectedReading {
  readonly rows: number;
  readonly faults?: readonly ExpectedFault<FeatureFaultCode>[];
  readonly encoding?: GeodataLayer['encoding'];
  readonly encodingFrom?: GeodataLayer['encodingFrom'];
  /** Of the first feature: its column `name`. */
  readonly firstName?: string;
  /** What is found for the features, matched by their column `code`, with nothing declared. */
  readonly datum?: Partial<Pick<DatumAnswer, 'status' | 'datum' | 'isSwapped' | 'by'>>;
  /** Every fault of the features as places of the units in their column `code`. */
  readonly placeFaults?: readonly ExpectedFault<PlaceFaultCode>[];
}

export interface BadGeoFile {
  /** Under `tests/fixtures/bad-files/geo/`. */
  readonly name: string;
  /** The same bytes each time. */
  readonly make: () => Uint8Array;
  /** Too large to keep: made when it is needed. */
  readonly isLarge?: true;
  readonly expect: { readonly refused: GeodataRefusal } | { readonly read: ExpectedReading };
}
