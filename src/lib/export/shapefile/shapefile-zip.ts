/** A .zip with a shapefile that a GIS in China opens right, and a 说明.txt that says what it is. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { dbf, type CutText } from './dbf.ts';
import { dbfEncodingFor, remembering, type DbfEncoding } from './dbf-encoding.ts';
import { fieldMistake, type ShapefileField, type ShapefileRow } from './shapefile-table.ts';
import { shapeFiles, type LayerKind } from './shapes.ts';

export interface ShapefileInput {
  /** Of the files inside, without ending: a–z, 0–9, - and _, so that no unpacking program garbles it. */
  readonly name: string;
  readonly fields: readonly ShapefileField[];
  readonly rows: readonly ShapefileRow[];
  /** `YYYY-MM-DD`: the day the file is made. */
  readonly day: string;
  /** Lines of the 说明.txt: title, date, data up to, source, 审图号. */
  readonly notes: readonly string[];
}

export interface ShapefileZip {
  readonly bytes: Uint8Array;
  readonly encoding: DbfEncoding['name'];
  /** Texts longer than their column, also named in the 说明.txt. */
  readonly cut: readonly CutText[];
}

/** CGCS2000 (EPSG:4490) as ESRI writes it: the datum of maps in China. */
const cgcs2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",' +
  'SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],' +
  'UNIT["Degree",0.0174532925199433]]';

/** The first that the format of archives knows, as the clock on the wall: the same bytes in every zone. */
const firstDay = new Date(1980, 0, 1);

interface Layer {
  readonly kind: LayerKind;
  readonly name: string;
  readonly rows: readonly ShapefileRow[];
}

/** One layer, or two where points and polygons are mixed; rows without a position go with the points. */
function layersOf({ name, rows }: ShapefileInput): readonly Layer[] {
  const isPolygon = ({ geometry }: ShapefileRow): boolean =>
    geometry !== null && geometry.type !== 'Point';
  const polygons = rows.filter(isPolygon);
  const others = rows.filter((row) => !isPolygon(row));
  if (polygons.length === 0) return [{ kind: 'points', name, rows }];
  if (others.every(({ geometry }) => geometry === null)) return [{ kind: 'polygons', name, rows }];
  return [
    { kind: 'points', name: `${name}_points`, rows: others },
    { kind: 'polygons', name: `${name}_polygons`, rows: polygons },
  ];
}

function explanation(
  { fields, notes }: ShapefileInput,
  encoding: DbfEncoding,
  cut: readonly CutText[],
): string {
  const lines = [
    ...notes,
    '',
    '坐标系：CGCS2000 经纬度（EPSG:4490），单位为度',
    `属性表编码：${encoding.name}`,
    '',
    '字段：',
    ...fields.map(({ name, label }) => `${name}  ${label}`),
    ...(cut.length > 0 ? ['', '以下内容超过字段宽度，属性表中已截短，全文如下：'] : []),
    ...cut.map(({ row, field, text }) => `第 ${row} 行 ${field}：${text}`),
  ];
  // With a byte order mark and CRLF: the Notepad of older Windows needs both.
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/**
 * The archive: for each layer .shp, .shx, .dbf, .prj and .cpg, and one 说明.txt. The same input gives
 * the same bytes. Throws RangeError for columns or a name that no shapefile can have, or a value its
 * column cannot hold: mistakes of the caller, not of the data.
 */
export function shapefileZip(input: ShapefileInput): ShapefileZip {
  const mistake = fieldMistake(input.fields);
  if (mistake !== null) throw new RangeError(mistake);
  if (!/^[a-z0-9][a-z0-9_-]{0,60}$/.test(input.name))
    throw new RangeError(`${input.name} is no file name`);
  const texts = input.rows.flatMap(({ values }) => values.map((value) => String(value ?? '')));
  const encoding = remembering(dbfEncodingFor(texts));
  const files: Zippable = {};
  const cut: CutText[] = [];
  for (const { kind, name, rows } of layersOf(input)) {
    const geometries = rows.map(({ geometry }) => geometry);
    const { shp, shx } = shapeFiles(kind, geometries);
    const table = dbf(input.fields, rows, encoding, input.day);
    files[`${name}.shp`] = shp;
    files[`${name}.shx`] = shx;
    files[`${name}.dbf`] = table.bytes;
    files[`${name}.prj`] = strToU8(cgcs2000);
    files[`${name}.cpg`] = strToU8(encoding.codePage);
    cut.push(...table.cut);
  }
  files['说明.txt'] = strToU8(explanation(input, encoding, cut));
  return { bytes: zipSync(files, { mtime: firstDay }), encoding: encoding.name, cut };
}
