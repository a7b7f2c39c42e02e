/** What the columns of a sheet are, asked of a person: as the page shows it. */
import type { Level } from '../../domain/division.ts';
import { meaningsOf, type TableToTell } from '../../domain/told-columns.ts';
import type { Sentences } from '../../i18n/sentences.ts';

export interface TellColumnView {
  /** Name of the field, and id of its control. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  /** Chosen by what stands in the cells, and by nobody. */
  readonly isSuggested: boolean;
}

export interface TellTableView {
  readonly number: string;
  /** The fields that name the sheet and say what was shown. */
  readonly sheetField: string;
  readonly shownField: string;
  readonly sheet: string;
  /** As a person reads it: a pasted block has the name it was kept under. */
  readonly name: string;
  readonly state: string;
  /** What the fields say before anybody changes them. */
  readonly shown: string;
  readonly isOpen: boolean;
  readonly isTold: boolean;
  readonly columns: readonly TellColumnView[];
  readonly rows: TableToTell['rows'];
  readonly first: { readonly field: string; readonly value: string };
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Values of the buttons: which table they are of. */
export const tellButton = 'tell';
export const untellButton = 'untell';

export const tellPrefix = 'table-';

/** Names of the fields of one table; the number is its place among those shown. */
export function tellFields(number: number) {
  const own = `${tellPrefix}${number}`;
  return {
    sheet: `${own}-sheet`,
    shown: `${own}-shown`,
    first: `${own}-first`,
    column: (index: number): string => `${own}-column-${index}`,
  };
}

/** What the form would say of the table if nobody changed it. */
export function shownOf(table: TableToTell): {
  readonly first: string;
  readonly meanings: readonly string[];
} {
  const { told, columns, firstRow } = table;
  const toldOf = (index: number): string =>
    told?.columns.find((each) => each.index === index)?.meaning ?? '';
  return {
    first: String(told?.firstRow ?? firstRow),
    meanings: columns.map(({ index, meaning }) => (told ? toldOf(index) : (meaning ?? ''))),
  };
}

/** One text of the fields of a table: two that are alike say the same. */
export function textOfFields(first: string, meanings: readonly string[]): string {
  return [first, ...meanings].join(' ');
}

export function tellTables(
  tables: readonly TableToTell[],
  { name, level }: { readonly name: string; readonly level: Level },
  say: Sentences,
): readonly TellTableView[] {
  const { importing, ledger } = say;
  const choices = meaningsOf(level).map((value) => ({ value, label: ledger.meanings[value] }));
  const isAllUnread = tables.every(({ isRead }) => !isRead);
  return tables.map((table, number) => {
    const { told, isRead, sheet, rows } = table;
    const fields = tellFields(number);
    const shown = shownOf(table);
    const columns = table.columns.map(({ index, letter }, at): TellColumnView => {
      const value = shown.meanings[at] ?? '';
      const isSuggested = !told && !isRead && value !== '';
      return {
        field: fields.column(index),
        label: importing.tellColumn(letter),
        value,
        isSuggested,
      };
    });
    const state = !isRead ? 'unread' : told ? 'told' : 'read';
    return {
      number: String(number),
      sheetField: fields.sheet,
      shownField: fields.shown,
      sheet,
      name: sheet === '' ? name : sheet,
      state: importing.tellState(state, told?.firstRow ?? table.firstRow),
      shown: textOfFields(shown.first, shown.meanings),
      isOpen: !isRead && (table.namesUnits || (isAllUnread && number === 0)),
      isTold: told !== null,
      columns,
      rows,
      first: { field: fields.first, value: shown.first },
      choices,
    };
  });
}
