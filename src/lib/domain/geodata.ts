/**
 * Why a file of positions cannot be read, and what is to be said of single positions: the codes that
 * the reader answers and that the words of each language are kept for.
 */

/** Why nothing of a file is taken. The values in brackets are those its sentence names. */
export const geodataRefusals = [
  'empty',
  /** `size`, `most`, in megabytes. */
  'too-large',
  /** No GeoJSON, no shapefile: a picture, a KML, a CAD drawing. */
  'not-geodata',
  /** An .xlsx: positions in its columns are read where ledgers are. */
  'workbook',
  'unknown-encoding',
  /** `line`, `column`. */
  'json-syntax',
  'json-truncated',
  /** NaN or Infinity, which are no JSON: `line`, `column`. */
  'json-not-a-number',
  'json-depth',
  /** `key`, `line`. */
  'json-duplicate-key',
  /** A name that reaches into a program: `key`. */
  'forbidden-key',
  /** JSON, but not GeoJSON. */
  'not-geojson',
  'topojson',
  'no-features',
  /** `most`. */
  'too-many-features',
  'too-many-positions',
  'zip-damaged',
  'zip-encrypted',
  /** `most`. */
  'zip-too-many-entries',
  /** `most`, in megabytes. */
  'zip-unpacks-too-large',
  'zip-no-shapefile',
  /** `layer`. */
  'no-dbf',
  'no-shp',
  'shp-damaged',
  'dbf-damaged',
  /** `layer`, `shapes`, `records`. */
  'records-differ',
  /** Lines, MultiPatch…: `layer`, `type`. */
  'unsupported-shape',
  /** Xi'an 1980, Beijing 1954: no published parameters: `system`. */
  'system-not-convertible',
  /** `system`. */
  'system-unknown',
  /** Metres, and no .prj or crs that says of which projection: `example`. */
  'not-degrees',
  'too-slow',
  'failed',
] as const;
export type GeodataRefusal = (typeof geodataRefusals)[number];

/** Why the position of one feature cannot be used, or what to look at in it. */
export const featureFaultCodes = [
  'no-geometry',
  /** `type`. */
  'wrong-type',
  'empty-geometry',
  /** NaN, or beyond every number. */
  'not-finite',
  /** Not between ±180 and ±90: `example`. */
  'out-of-range',
  'ring-open',
  'ring-short',
  /** Breaks RFC 7946 in another way. */
  'not-geojson',
  /** Its attributes hold bytes that are no character of the encoding: `field`. */
  'garbled-text',
  /** A text of the table was cut in the middle of a character: `field`. */
  'cut-text',
] as const;
export type FeatureFaultCode = (typeof featureFaultCodes)[number];

/** `cgcs2000` is within a decimetre of `wgs84` and no map here tells them apart. */
export const datums = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const;
export type DatumName = (typeof datums)[number];

/** What is in doubt, or wrong, with the place of a unit. */
export const placeFaultCodes = [
  'not-finite',
  'axes-swapped',
  'outside-prefecture',
  /** `county`, `metres`; `inside`: the county it lies in, where there is one. */
  'outside-county',
  /** `township`, `metres`. */
  'outside-township',
  /** `unit`: the first other unit at the very position. */
  'same-position',
  /** `decimals`, `metres`. */
  'low-precision',
  /** A village is a point on this map. */
  'village-polygon',
  /** A ring that crosses itself, is open, lies where it must not: the fault carries the words. */
  'ring',
  /** `unit`, `hectares`. */
  'overlaps',
  /** `unit`: edges that run along each other by less than can be told apart. */
  'not-comparable',
] as const;
export type PlaceFaultCode = (typeof placeFaultCodes)[number];
