import * as v from 'valibot';
import { divisionFromRow, divisionRowSchema, type Division } from '../../domain/division.ts';
import { inFile, type Finding } from './fault.ts';
import { readCsvFile, type FileResult } from './read-file.ts';
import { schemaFindings } from './schema-findings.ts';

/** A division with the row of `divisions.csv` it stands in. */
export interface DivisionLine {
  readonly row: number;
  readonly division: Division;
}

const columns = Object.keys(divisionRowSchema.entries);

/** The divisions of a file whose every row fits the schema. */
export function readDivisions(path: string): FileResult<readonly DivisionLine[]> {
  const read = readCsvFile(path, columns);
  if (read.status === 'invalid') return read;
  const lines: DivisionLine[] = [];
  const findings: Finding[] = [];
  for (const { row, cells } of read.value) {
    const checked = v.safeParse(divisionRowSchema, cells);
    if (checked.success) lines.push({ row, division: divisionFromRow(checked.output) });
    else {
      for (const finding of schemaFindings(checked.issues)) {
        // The column stands in the message: `/kind` becomes part of the place.
        findings.push({ ...finding, place: `row ${row} ${finding.place.slice(1)}` });
      }
    }
  }
  if (findings.length > 0) return { status: 'invalid', faults: inFile(path, findings) };
  return { status: 'ok', value: lines };
}
