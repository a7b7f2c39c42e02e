/** Places from one shapefile: .shp and .dbf, with .prj and .cpg where they came along. */
import { open } from 'shapefile';
import { attributeText } from '../attribute-text.ts';
import { systemOfWkt } from '../coordinate-system.ts';
import {
  refused,
  type FeatureFault,
  type GeodataLayer,
  type GeodataRefused,
  type PlaceFeature,
} from '../place-feature.ts';
import { placeGeometry, type ToDegrees } from '../place-geometry.ts';
import { checkDbf, isDeleted, textsIn, type Dbf } from './check-dbf.ts';
import { checkShp } from './check-shp.ts';
import { findEncoding } from './find-encoding.ts';

/** The files of one shapefile; all but `shp` and `dbf` may be missing. The .shx is not needed. */
export interface LayerFiles {
  readonly name: string;
  readonly shp: Uint8Array;
  readonly dbf: Uint8Array;
  readonly prj: Uint8Array | null;
  readonly cpg: Uint8Array | null;
}

export type ReadLayer =
  | {
      readonly status: 'read';
      readonly features: readonly PlaceFeature[];
      readonly layer: GeodataLayer;
    }
  | GeodataRefused;

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** The names of the columns, each only once; a name cut in the middle of a character loses that. */
function columnNames({ columns }: Dbf, encoding: string): readonly string[] {
  const decoder = new TextDecoder(encoding);
  const names: string[] = [];
  for (const { nameBytes } of columns) {
    const name = decoder
      .decode(nameBytes)
      .replace(/\uFFFD+$/, '')
      .trim();
    const same = names.filter((other) => other === name || other.startsWith(`${name}_`)).length;
    names.push(names.includes(name) ? `${name}_${same + 1}` : name);
  }
  return names;
}

/**
 * A copy whose columns are called c0, c1…, as the library makes one of two columns of the same name;
 * and whose days are text, as it makes 1899-11-30 of none.
 */
function numbered(bytes: Uint8Array, dbf: Dbf): Uint8Array {
  // Not `slice`, by which a Buffer would share its bytes with the caller's.
  const copy = Uint8Array.from(bytes.subarray(0, dbf.start + dbf.rows * dbf.rowLength));
  dbf.columns.forEach(({ type }, index) => {
    const at = 32 + 32 * index;
    if (type === 'D') copy[at + 11] = 'C'.charCodeAt(0);
    copy.fill(0, at, at + 11).set(new TextEncoder().encode(`c${index}`), at);
  });
  return copy;
}

function textFault(field: string, text: string): FeatureFault | null {
  if (!text.includes('\uFFFD')) return null;
  return /^[^\uFFFD]*\uFFFD{1,3}$/.test(text)
    ? { code: 'cut-text', values: { field } }
    : { code: 'garbled-text', values: { field } };
}

interface Row {
  readonly attributes: Readonly<Record<string, string>>;
  readonly faults: readonly FeatureFault[];
}

function rowOf(
  properties: Readonly<Record<string, unknown>>,
  { columns }: Dbf,
  names: readonly string[],
): Row {
  const faults: FeatureFault[] = [];
  const cells = names.map((name, index): [string, string] => {
    const written = attributeText(properties[`c${index}`]);
    const isDay = columns[index]?.type === 'D';
    const text = isDay ? written.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : written;
    const fault = textFault(name, text);
    if (fault) faults.push(fault);
    return [name, text.replace(/\uFFFD+$/, '')];
  });
  return { attributes: Object.fromEntries(cells), faults };
}

function featureOf(layer: string, row: number, text: Row, shape: unknown, toDegrees: ToDegrees) {
  const read = placeGeometry(shape, toDegrees);
  const geometry = read.status === 'read' ? read.geometry : null;
  const faults = read.status === 'read' ? text.faults : [read.fault, ...text.faults];
  return { layer, row, attributes: text.attributes, geometry, faults };
}

/** A shapefile in metres without a .prj: every position is out of range, and of one thing. */
function isProjected(features: readonly PlaceFeature[]): boolean {
  const placed = features.filter(({ faults }) => faults[0]?.code !== 'no-geometry');
  return placed.length > 0 && placed.every(({ faults }) => faults[0]?.code === 'out-of-range');
}

function textOf(bytes: Uint8Array | null): string | null {
  return bytes && new TextDecoder('utf-8').decode(bytes.subarray(0, 16_384));
}

/** The places of a shapefile, or why it cannot be read. */
export async function readLayer(files: LayerFiles): Promise<ReadLayer> {
  const { name } = files;
  const shp = checkShp(files.shp, name);
  if (shp.status === 'refused') return shp;
  const dbf = checkDbf(files.dbf, name);
  if (dbf.status === 'refused') return dbf;
  if (shp.shapes !== dbf.rows) {
    const values = { layer: name, shapes: String(shp.shapes), records: String(dbf.rows) };
    return refused('records-differ', values);
  }
  if (dbf.rows === 0) return refused('no-features');
  const system = systemOfWkt(textOf(files.prj) ?? '');
  if (system.status === 'refused') return system;
  const known = system.status === 'known' ? system : null;
  const found = findEncoding(textsIn(files.dbf, dbf), textOf(files.cpg), dbf.languageByte);
  if (found.status === 'refused') return found;
  const names = columnNames(dbf, found.encoding);
  const key = names.find((column) => forbidden.has(column));
  if (key !== undefined) return refused('forbidden-key', { key });

  const source = await open(files.shp.subarray(0, shp.end), numbered(files.dbf, dbf), {
    encoding: found.encoding,
  });
  const features: PlaceFeature[] = [];
  let deleted = 0;
  for (let row = 0; row < dbf.rows; row += 1) {
    const { done, value } = await source.read();
    if (done) return refused('shp-damaged', { layer: name });
    if (isDeleted(files.dbf, dbf, row)) deleted += 1;
    else {
      const text = rowOf(value.properties ?? {}, dbf, names);
      features.push(featureOf(name, row + 1, text, value.geometry, known?.toDegrees ?? null));
    }
  }
  if (!known?.toDegrees && isProjected(features)) {
    const example = features.find(({ faults }) => faults[0]?.code === 'out-of-range');
    return refused('not-degrees', { example: example?.faults[0]?.values?.['example'] ?? '' });
  }
  const layer: GeodataLayer = {
    name,
    encoding: found.encoding,
    encodingFrom: found.from,
    system: known?.name ?? null,
    datum: known?.datum ?? null,
    rows: dbf.rows,
    deleted,
  };
  return { status: 'read', features, layer };
}
