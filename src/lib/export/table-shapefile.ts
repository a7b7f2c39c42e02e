/** A table as a shapefile: only the rows that have a position. */
import { shapefileZip, type ShapefileZip } from './shapefile/shapefile-zip.ts';
import type { ExportTable } from './table.ts';

export interface TableShapefile {
  /** Of the files inside: a–z, 0–9, - and _. */
  readonly name: string;
  /** `YYYY-MM-DD`: the day the file is made. */
  readonly day: string;
  /** Lines of the 说明.txt. */
  readonly notes: readonly string[];
}

/** `null`: no row has a position, so there is nothing to draw. */
export function tableShapefile(
  { columns, rows }: ExportTable,
  { name, day, notes }: TableShapefile,
): ShapefileZip | null {
  const placed = rows.filter(({ geometry }) => geometry !== null);
  if (placed.length === 0) return null;
  const fields = columns.map(({ type, heading, field }) => ({ ...field, type, label: heading }));
  return shapefileZip({ name, fields, rows: placed, day, notes });
}
