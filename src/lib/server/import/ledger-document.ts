/** The document a ledger rests on, where all its rows name the same one. */
import type { ColumnMeaning, LedgerPreview } from '../../domain/ledger.ts';
import type { RawRow } from './ledger-rows.ts';
import { textOf } from './row-fields.ts';

/** What every row that says it says alike; what rows say differently is left to a person. */
export function documentOf(rows: readonly RawRow[]): LedgerPreview['document'] {
  const of = (meaning: ColumnMeaning): string | undefined => {
    const said = new Set<string>();
    for (const { fields, leftOut } of rows) {
      const text = leftOut === null ? textOf(fields[meaning]) : undefined;
      if (text !== undefined) said.add(text);
    }
    return said.size === 1 ? [...said][0] : undefined;
  };
  const title = of('documentTitle');
  const documentNumber = of('documentNumber');
  const publisher = of('publisher');
  return {
    ...(title !== undefined && { title }),
    ...(documentNumber !== undefined && { documentNumber }),
    ...(publisher !== undefined && { publisher }),
  };
}
