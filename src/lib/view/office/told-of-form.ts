/** What a form says of the columns of a ledger's sheets, or what is wrong with it, at the field. */
import type { Level } from '../../domain/division.ts';
import type { ColumnMeaning } from '../../domain/ledger.ts';
import {
  meaningsOf,
  nameUnits,
  type TableToTell,
  type ToldColumn,
  type ToldTable,
} from '../../domain/told-columns.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import {
  shownOf,
  tellButton,
  tellFields,
  tellPrefix,
  textOfFields,
  untellButton,
} from './import-columns.ts';

interface Fault {
  readonly field: string;
  readonly message: string;
  /** The sheet and the column, for the list above the form. */
  readonly label?: string;
}

/** Of what a field of the page can hold, in UTF-16 code units. */
const longestTyped = 40;

export interface ToldOfForm {
  /** By sheet; `null` takes back what was told of it. Sheets that were left as shown are not named. */
  readonly tables: readonly { readonly sheet: string; readonly told: ToldTable | null }[];
  readonly faults: readonly Fault[];
}

/** Whether a field, or a button, is about columns. */
export function isOfColumns(field: string): boolean {
  return field.startsWith(tellPrefix) || field === tellButton || field === untellButton;
}

/** All that was typed about columns, by field, to be shown again. */
export function typedColumns(data: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...data].flatMap(([field, value]) =>
      field.startsWith(tellPrefix) && typeof value === 'string'
        ? [[field, value.slice(0, longestTyped)] as const]
        : [],
    ),
  );
}

/**
 * A table is told where its button was pressed, or where something was chosen otherwise than shown; a
 * suggestion that nobody took is none. `tables`: as they were shown.
 */
export function toldOfForm(
  data: FormData,
  tables: readonly TableToTell[],
  level: Exclude<Level, 'county' | 'prefecture'>,
  say: Sentences,
): ToldOfForm {
  const told: ToldOfForm['tables'][number][] = [];
  const faults: Fault[] = [];
  const text = (field: string): string => {
    const value = data.get(field);
    return typeof value === 'string' ? value.trim() : '';
  };
  const known = new Set<string>();
  for (const [number, table] of tables.entries()) {
    const fields = tellFields(number);
    const shown = shownOf(table);
    for (const field of [fields.sheet, fields.shown, fields.first]) known.add(field);
    for (const { index } of table.columns) known.add(fields.column(index));
    if (!data.has(fields.sheet) || data.get(fields.sheet) !== table.sheet) continue;
    if (text(untellButton) === String(number)) {
      told.push({ sheet: table.sheet, told: null });
      continue;
    }
    const first = text(fields.first);
    const meanings = table.columns.map(({ index }) => text(fields.column(index)));
    const isPressed = text(tellButton) === String(number);
    // As this page showed it, which another window may have settled since.
    const before = data.get(fields.shown) ?? textOfFields(shown.first, shown.meanings);
    if (!isPressed && textOfFields(first, meanings) === before) continue;
    if (meanings.every((meaning) => meaning === '') && !isPressed) {
      if (table.told) told.push({ sheet: table.sheet, told: null });
      continue;
    }
    const read = toldTable(table, { number, first, meanings }, level, say);
    if (read.faults.length > 0) faults.push(...read.faults);
    else told.push({ sheet: table.sheet, told: read.told });
  }
  if (isForged(data, tables, known)) {
    faults.push({ field: '', message: say.importing.words.tellStranger });
  }
  return { tables: told, faults };
}

/** Whether the form names sheets, columns or buttons that the page did not show. */
function isForged(
  data: FormData,
  tables: readonly TableToTell[],
  known: ReadonlySet<string>,
): boolean {
  const isStrange = [...data.keys()].some(
    (field) => field.startsWith(tellPrefix) && !known.has(field),
  );
  const isOther = tables.some(({ sheet }, number) => {
    const named = data.get(tellFields(number).sheet);
    return named !== null && named !== sheet;
  });
  const isPressed = [tellButton, untellButton].some((button) => {
    const value = data.get(button);
    if (value === null) return false;
    const at = tables.findIndex((_, number) => String(number) === value);
    return at === -1 || !data.has(tellFields(at).sheet);
  });
  return isStrange || isOther || isPressed;
}

interface Typed {
  readonly number: number;
  readonly first: string;
  /** By column, in the order of the table's. */
  readonly meanings: readonly string[];
}

function toldTable(
  { sheet, columns, lastRow }: TableToTell,
  { number, first, meanings }: Typed,
  level: Exclude<Level, 'county' | 'prefecture'>,
  say: Sentences,
): { readonly told: ToldTable; readonly faults: readonly Fault[] } {
  const { importing } = say;
  const { words } = importing;
  const fields = tellFields(number);
  const taken: ToldColumn[] = [];
  const faults: Fault[] = [];
  const faultAt = (field: string, label: string, message: string): void =>
    void faults.push({ field, message, label: importing.tellField(sheet, label) });
  for (const [at, { index, letter }] of columns.entries()) {
    const written = meanings[at] ?? '';
    if (written === '') continue;
    const meaning = meaningsOf(level).find((each): each is ColumnMeaning => each === written);
    const label = importing.tellColumn(letter);
    if (meaning === undefined) faultAt(fields.column(index), label, words.tellUnknown);
    else if (taken.some((each) => each.meaning === meaning)) {
      faultAt(fields.column(index), label, words.tellTwice);
    } else taken.push({ index, meaning });
  }
  const [column] = columns;
  const isNaming = nameUnits(
    taken.map(({ meaning }) => meaning),
    level,
  );
  if (!isNaming && column && faults.length === 0) {
    const message = words.tellNoUnit[level];
    faultAt(fields.column(column.index), importing.tellColumn(column.letter), message);
  }
  const firstRow = /^\d{1,7}$/.test(first.normalize('NFKC')) ? Number(first.normalize('NFKC')) : 0;
  if (firstRow < 1 || firstRow > lastRow) {
    faultAt(fields.first, words.tellFirst, importing.tellFirstWrong(lastRow));
  }
  return { told: { sheet, firstRow, columns: taken }, faults };
}
