/** Whether a form settled something of a ledger that was not settled so before. */
import type { LedgerChoices, ToldChoice } from '$lib/server/import/imports.ts';

export function isNewTo(
  before: LedgerChoices,
  chosen: {
    readonly rows: Readonly<Record<string, string | null>>;
    readonly tables: readonly ToldChoice[];
    readonly effective?: string | null;
    readonly stage?: string | null;
  },
): boolean {
  const isOther = (known: string | undefined, now: string | null | undefined): boolean =>
    now !== undefined && now !== (known ?? null);
  const toldOf = (sheet: string) => before.tables?.find((each) => each.sheet === sheet) ?? null;
  return (
    isOther(before.effective, chosen.effective) ||
    isOther(before.stage, chosen.stage) ||
    Object.entries(chosen.rows).some(([row, code]) => isOther(before.rows[row], code)) ||
    chosen.tables.some(({ sheet, told }) => JSON.stringify(toldOf(sheet)) !== JSON.stringify(told))
  );
}
