import type { RowFault, RowFaultCode } from '../../domain/ledger.ts';
import type { Field } from './row-fields.ts';

/** The fault of a field: with its column, its heading and what is written there; of no field, of the row. */
export function faultAt(
  code: RowFaultCode,
  field: Field | undefined,
  values: Readonly<Record<string, string>> = {},
): RowFault {
  const said: Readonly<Record<string, string>> = field
    ? { heading: field.heading, written: field.reading.text }
    : {};
  return { code, column: field?.letter ?? null, values: { ...said, ...values } };
}
