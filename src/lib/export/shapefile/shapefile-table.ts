/** What a shapefile is made of before it is bytes: columns, rows, and one geometry for each row. */
import type { MultiPolygon, Point, Polygon } from 'geojson';

export type ShapefileValue = string | number | null;

export interface ShapefileField {
  /** 1 to 10 of A–Z, a–z, 0–9 and _, a letter first: more than that dBASE cannot hold. */
  readonly name: string;
  /** `date` takes whole days (`YYYY-MM-DD`); a month or a year alone is text. */
  readonly type: 'text' | 'number' | 'date';
  /** Bytes: of text at most 254 (a Chinese character takes two or three), of a number at most 19. */
  readonly width: number;
  /** Of a number; none: whole. */
  readonly decimals?: number;
  /** What the column holds, in words, for the 说明.txt that travels with the file. */
  readonly label: string;
}

export interface ShapefileRow {
  /** In CRS84 degrees; `null`: the unit has no position, its row is kept all the same. */
  readonly geometry: Point | Polygon | MultiPolygon | null;
  /** In the order of the fields. */
  readonly values: readonly ShapefileValue[];
}

const fieldName = /^[A-Za-z][A-Za-z0-9_]{0,9}$/;
const widest = { text: 254, number: 19, date: 8 } as const;

/** What is wrong with the columns, which no data can be the reason of; `null`: nothing. */
export function fieldMistake(fields: readonly ShapefileField[]): string | null {
  if (fields.length < 1 || fields.length > 255) return `${fields.length} fields, expected 1 to 255`;
  const names = fields.map(({ name }) => name.toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return `the field ${twice} is given twice`;
  const bad = fields.find(
    ({ name, type, width, decimals = 0 }) =>
      !fieldName.test(name) ||
      !Number.isInteger(width) ||
      width < 1 ||
      width > widest[type] ||
      (type === 'date' && width !== widest.date) ||
      (decimals > 0 && decimals > width - 2),
  );
  return bad ? `the field ${bad.name} is no field of dBASE` : null;
}
