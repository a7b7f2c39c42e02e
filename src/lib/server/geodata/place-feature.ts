/** What a file of positions says, in degrees, longitude first, whatever format it came in. */
import type { MultiPolygon, Point, Polygon } from 'geojson';
import type { FeatureFaultCode, GeodataRefusal } from '../../domain/geodata.ts';

export type Values = Readonly<Record<string, string>>;

export interface FeatureFault {
  readonly code: FeatureFaultCode;
  readonly values?: Values;
}

export type PlaceGeometry = Point | Polygon | MultiPolygon;

export interface PlaceFeature {
  /** Of the shapefile in its archive; `null` for GeoJSON. */
  readonly layer: string | null;
  /** From 1, in its layer. */
  readonly row: number;
  /** All as text, by the file's own names of its columns; empty for no value. */
  readonly attributes: Readonly<Record<string, string>>;
  /**
   * Outer rings counter-clockwise, holes clockwise (RFC 7946 §3.1.6), two coordinates to a position;
   * `null` where the feature has none that can be used, and `faults` says why.
   */
  readonly geometry: PlaceGeometry | null;
  readonly faults: readonly FeatureFault[];
}

/** What is known about a part of the file that was read as one. */
export interface GeodataLayer {
  /** `null` for GeoJSON. */
  readonly name: string | null;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le';
  /** How the encoding was found. `text`: the declared one did not fit, or there was none. */
  readonly encodingFrom: 'cpg' | 'language-byte' | 'text';
  /** The system that the file names: `CGCS2000 3 Degree GK CM 117E`; `null`: none. */
  readonly system: string | null;
  /** The datum of that system; `null`: the file names none, so that somebody has to. */
  readonly datum: 'wgs84' | 'cgcs2000' | null;
  readonly rows: number;
  /** Rows that were marked as deleted in the table, and are left out. */
  readonly deleted: number;
}

export interface GeodataRefused {
  readonly status: 'refused';
  readonly reason: GeodataRefusal;
  readonly values?: Values;
}

export type ReadGeodata =
  | {
      readonly status: 'read';
      readonly features: readonly PlaceFeature[];
      /** One for GeoJSON, one for each shapefile of an archive. */
      readonly layers: readonly GeodataLayer[];
      /** `declared`: every layer names its system. */
      readonly crs: 'declared' | 'unknown';
    }
  | GeodataRefused;

export interface GeodataFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const megabyte = 1024 * 1024;

/**
 * A prefecture's villages are 3,200 points, its 90 townships some 200,000 positions when drawn in full:
 * 8 MB of GeoJSON. Beyond these a file is something else.
 */
export const geodataLimits = {
  /** Bytes of GeoJSON. */
  text: 12 * megabyte,
  /** Bytes of an upload, and of everything that is unpacked from it. */
  file: 20 * megabyte,
  unpacked: 32 * megabyte,
  entries: 200,
  features: 20_000,
  positions: 250_000,
} as const;

export function refused(reason: GeodataRefusal, values?: Values): GeodataRefused {
  return { status: 'refused', reason, ...(values && { values }) };
}
