/** What is taken away as a table, before it is a file of any kind. */
import type { MultiPolygon, Point, Polygon } from 'geojson';
import type { ExportLanguage } from './provenance.ts';

export type TableValue = string | number | null;
export type TableGeometry = Point | Polygon | MultiPolygon;

export interface TableColumn {
  /** Name of the property in GeoJSON, the same in every language: a–z, 0–9 and _. */
  readonly key: string;
  readonly heading: string;
  /** Codes and dates are text: nothing is counted with them, and they must stay as they are. */
  readonly type: 'text' | 'number';
  /** In widths of a digit; a Chinese character takes two. */
  readonly width: number;
  /** Of the shapefile: at most ten letters, and bytes. */
  readonly field: { readonly name: string; readonly width: number; readonly decimals?: number };
}

export interface TableRow {
  /** Of the division the row speaks of. */
  readonly code: string;
  readonly geometry: TableGeometry | null;
  /** In the order of the columns. */
  readonly values: readonly TableValue[];
}

export interface ExportTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** A column that reads its own value, so that headings and values cannot fall out of step. */
export interface ColumnOf<Fact> extends TableColumn {
  readonly valueOf: (fact: Fact) => TableValue;
}

export function tableOf<Fact>(
  columns: readonly ColumnOf<Fact>[],
  facts: readonly Fact[],
  placeOf: (fact: Fact) => Pick<TableRow, 'code' | 'geometry'>,
): ExportTable {
  return {
    columns: columns.map(({ key, heading, type, width, field }) => ({
      ...{ key, heading, type, width, field },
    })),
    rows: facts.map((fact) => ({
      ...placeOf(fact),
      values: columns.map(({ valueOf }) => valueOf(fact)),
    })),
  };
}

/** Chinese and English of a heading, the field's name, and the widths of the column and the field. */
export type ColumnWords = readonly [
  zh: string,
  en: string,
  field: string,
  width: number,
  bytes: number,
];

function columnOf<Fact>(
  type: TableColumn['type'],
  lang: ExportLanguage,
  key: string,
  [zh, en, name, width, bytes]: ColumnWords,
  valueOf: (fact: Fact) => TableValue,
): ColumnOf<Fact> {
  const heading = lang === 'en' ? en : zh;
  return { key, heading, type, width, field: { name, width: bytes }, valueOf };
}

export function textColumn<Fact>(
  lang: ExportLanguage,
  key: string,
  words: ColumnWords,
  valueOf: (fact: Fact) => string | null,
): ColumnOf<Fact> {
  return columnOf('text', lang, key, words, valueOf);
}

/** Of whole numbers. */
export function numberColumn<Fact>(
  lang: ExportLanguage,
  key: string,
  words: readonly [zh: string, en: string, field: string],
  valueOf: (fact: Fact) => number | null,
): ColumnOf<Fact> {
  return columnOf('number', lang, key, [...words, 12, 9], valueOf);
}

/** Of decimal degrees, to the seven decimals that positions are kept with (a centimetre). */
export function degreesColumn<Fact>(
  lang: ExportLanguage,
  key: string,
  words: readonly [zh: string, en: string, field: string],
  valueOf: (fact: Fact) => number | null,
): ColumnOf<Fact> {
  const column = columnOf('number', lang, key, [...words, 14, 12], valueOf);
  return { ...column, field: { ...column.field, decimals: 7 } };
}
