/** Places from GeoJSON: a collection, a single feature or a bare geometry. */
import gjv from 'geojson-validation';
import { scanJson, type JsonMistake } from '../data/scan-json.ts';
import { attributeText } from './attribute-text.ts';
import { systemOfCrs } from './coordinate-system.ts';
import { decodeJsonText } from './decode-json-text.ts';
import {
  geodataLimits,
  refused,
  type GeodataRefused,
  type PlaceFeature,
  type ReadGeodata,
} from './place-feature.ts';
import { placeGeometry, type ToDegrees } from './place-geometry.ts';

type Members = Readonly<Record<string, unknown>>;

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Line and column from 1, as an editor shows them. */
function placeIn(
  text: string,
  position: number,
): { readonly line: string; readonly column: string } {
  let [line, start] = [1, 0];
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) {
    [line, start] = [line + 1, at + 1];
  }
  return { line: String(line), column: String(position - start + 1) };
}

function refusalOf(text: string, mistake: JsonMistake): GeodataRefused {
  const place = placeIn(text, mistake.position);
  switch (mistake.kind) {
    case 'syntax':
      if (mistake.position >= text.trimEnd().length) return refused('json-truncated', place);
      return /^-?(?:NaN|Infinity|inf)/i.test(text.slice(mistake.position, mistake.position + 9))
        ? refused('json-not-a-number', place)
        : refused('json-syntax', place);
    case 'depth':
      return refused('json-depth', place);
    case 'duplicate-key':
      return refused('json-duplicate-key', { key: mistake.key.slice(0, 60), ...place });
    case 'forbidden-key':
      return refused('forbidden-key', { key: mistake.key, ...place });
  }
}

function count(text: string, part: string, most: number): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0 && found <= most; at = text.indexOf(part, at + 1))
    found += 1;
  return found;
}

/** Members of all objects together: 20,000 features of twenty columns. */
const colons = 500_000;

/** What can be told from the text alone, before memory is spent on what it would become. */
function sizeRefusal(text: string): GeodataRefused | null {
  const { features, positions } = geodataLimits;
  if (count(text, '"Feature"', features) > features)
    return refused('too-many-features', { most: String(features) });
  // Three objects make a feature; beyond ten, or of hundreds of columns, it is no table of places.
  if (count(text, '{', 10 * features) >= 10 * features || count(text, '":', colons) >= colons)
    return refused('too-many-features', { most: String(features) });
  // Every position opens a bracket; rings and lists open few beside.
  if (count(text, '[', 2 * positions) > 1.5 * positions)
    return refused('too-many-positions', { most: String(positions) });
  // A list of anything else.
  if (count(text, ',', 8 * positions) >= 8 * positions)
    return refused('too-many-features', { most: String(features) });
  return null;
}

/** The features of a document, each still unchecked. */
function featuresOf(document: unknown): readonly unknown[] | GeodataRefused {
  if (!isObject(document)) return refused('not-geojson');
  const { type, features } = document;
  if (type === 'FeatureCollection' && Array.isArray(features)) return features;
  if (type === 'Feature') return [document];
  if (type === 'Topology') return refused('topojson');
  if (typeof type === 'string' && geometryTypes.has(type))
    return [{ type: 'Feature', properties: null, geometry: document }];
  return refused('not-geojson');
}

function placeFeature(value: unknown, index: number, toDegrees: ToDegrees): PlaceFeature {
  const members = isObject(value) && value['type'] === 'Feature' ? value : null;
  const properties = members && isObject(members['properties']) ? members['properties'] : {};
  const attributes = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, attributeText(property)]),
  );
  const row = { layer: null, row: index + 1, attributes } as const;
  if (!members) return { ...row, geometry: null, faults: [{ code: 'not-geojson' }] };
  const read = placeGeometry(members['geometry'], toDegrees);
  if (read.status === 'unusable') return { ...row, geometry: null, faults: [read.fault] };
  const { geometry } = read;
  // What the walk above does not look at: identifiers, boxes, members that must not be there.
  const others = { ...members, properties: members['properties'] ?? null, geometry };
  const isValid = (gjv.isFeature(others, true) ?? []).length === 0;
  return { ...row, geometry, faults: isValid ? [] : [{ code: 'not-geojson' }] };
}

/** Where every position is in metres of an unnamed projection, that is one mistake, not a thousand. */
function projectedRefusal(features: readonly PlaceFeature[]): GeodataRefused | null {
  const faults = features.map((feature) => feature.faults[0]);
  const example = faults[0]?.values?.['example'];
  const isProjected = faults.length > 0 && faults.every((fault) => fault?.code === 'out-of-range');
  return isProjected ? refused('not-degrees', { example: example ?? '' }) : null;
}

/** The places of a GeoJSON file, or why it is none. */
export function readGeojson(bytes: Uint8Array): ReadGeodata {
  if (bytes.length > geodataLimits.text) {
    const megabytes = (size: number): string => (size / 1024 / 1024).toFixed(0);
    const values = { size: megabytes(bytes.length), most: megabytes(geodataLimits.text) };
    return refused('too-large', values);
  }
  const decoded = decodeJsonText(bytes);
  if (decoded.status === 'unknown-encoding') return refused('unknown-encoding');
  const { text, encoding } = decoded;
  const tooLarge = sizeRefusal(text);
  if (tooLarge) return tooLarge;
  const [mistake] = scanJson(text);
  if (mistake) return refusalOf(text, mistake);
  const document: unknown = JSON.parse(text);
  const values = featuresOf(document);
  if ('status' in values) return values;
  if (values.length === 0) return refused('no-features');
  if (values.length > geodataLimits.features)
    return refused('too-many-features', { most: String(geodataLimits.features) });
  const system = systemOfCrs(isObject(document) ? document['crs'] : undefined);
  if (system.status === 'refused') return system;
  const known = system.status === 'known' ? system : null;
  const features = values.map((value, index) =>
    placeFeature(value, index, known?.toDegrees ?? null),
  );
  const projected = known?.toDegrees ? null : projectedRefusal(features);
  if (projected) return projected;
  const layer = {
    name: null,
    encoding,
    encodingFrom: 'text',
    system: known?.name ?? null,
    datum: known?.datum ?? null,
    rows: features.length,
    deleted: 0,
  } as const;
  return { status: 'read', features, layers: [layer], crs: known ? 'declared' : 'unknown' };
}
