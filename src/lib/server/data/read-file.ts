import * as v from 'valibot';
import { inFile, type Fault } from './fault.ts';
import { parseCsv, type CsvRow } from './parse-csv.ts';
import { parseJson } from './parse-json.ts';
import { readText } from './read-text.ts';
import { schemaFindings } from './schema-findings.ts';

export type FileResult<Value> =
  | { readonly status: 'ok'; readonly value: Value }
  | { readonly status: 'invalid'; readonly faults: readonly Fault[] };

/** The value of a JSON file that fits the schema. */
export function readJsonFile<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
): FileResult<v.InferOutput<Schema>> {
  const read = readText(path);
  if (read.status !== 'ok') return { status: 'invalid', faults: inFile(path, read.findings) };
  const parsed = parseJson(read.text);
  if (parsed.status === 'invalid') {
    return { status: 'invalid', faults: inFile(path, parsed.findings) };
  }
  const checked = v.safeParse(schema, parsed.value);
  if (checked.success) return { status: 'ok', value: checked.output };
  return { status: 'invalid', faults: inFile(path, schemaFindings(checked.issues)) };
}

/** The rows of a CSV file with these columns. */
export function readCsvFile(
  path: string,
  columns: readonly string[],
): FileResult<readonly CsvRow[]> {
  const read = readText(path);
  if (read.status !== 'ok') return { status: 'invalid', faults: inFile(path, read.findings) };
  const parsed = parseCsv(read.text, columns);
  if (parsed.status === 'ok') return { status: 'ok', value: parsed.rows };
  return { status: 'invalid', faults: inFile(path, parsed.findings) };
}
