/** The rows under the headings: what each says of a unit, or why it says nothing. */
import type { Level } from '../../domain/division.ts';
import type { ColumnMeaning } from '../../domain/ledger.ts';
import type { Sheet, SheetRow } from '../spreadsheet/workbook.ts';
import { headerAt } from './find-header.ts';
import type { Header } from './header.ts';
import { mayBeHeadings } from './heading-again.ts';
import { kindOf, lineOf, tableUnder, type AskOfLine, type LeftOutReason } from './ledger-line.ts';
import { isDitto, isLikePlace } from './line-of-no-unit.ts';
import { wideRows } from './merged-cells.ts';
import { textOf, type Field, type Fields } from './row-fields.ts';

export interface RawRow {
  readonly row: SheetRow;
  readonly fields: Readonly<Fields>;
  /** The headings it stands under. */
  readonly header: Header;
  /** The field that names the unit. */
  readonly name: Field | undefined;
  /** `null`: the row is about a unit. */
  readonly leftOut: LeftOutReason | null;
}

export interface ReadRows extends AskOfLine {
  readonly level: Level;
  /** What the sheet's name and titles say for all its rows. */
  readonly place: Readonly<Fields>;
}

/** The rows in order, with county and township carried down into the rows that leave them empty. */
export function readRows(sheet: Sheet, header: Header, ask: ReadRows): readonly RawRow[] {
  const wide = wideRows(sheet);
  const mayHead = mayBeHeadings(ask.level);
  let table = tableUnder(sheet, header, ask.level);
  let carried: Fields = { ...ask.place };
  let above: Fields = {};
  const rows: RawRow[] = [];
  for (let at = header.bodyFrom; at < sheet.rows.length; at += 1) {
    const whole = sheet.rows[at];
    if (!whole) continue;
    const line = lineOf(whole, table);
    const { row, fields, texts, sole } = line;
    const { main, header: under } = table;
    const push = (leftOut: LeftOutReason | null, said = fields): void =>
      void rows.push({ row, fields: said, header: under, name: said[main] ?? said.name, leftOut });
    const is = kindOf(line, table, wide, ask);
    const isKnown = is.kind === 'left-out' && (is.why === 'total' || is.why === 'repeated-heading');
    const mayBeNext = !isKnown && under.beside.size === 0 && mayHead(row, texts);
    const next = mayBeNext ? headerAt(sheet, at, ask.level) : null;
    if (next && next.places.size > 1) {
      push('repeated-heading');
      table = tableUnder(sheet, next, ask.level);
      at = next.bodyFrom - 1;
      continue;
    }
    switch (is.kind) {
      case 'left-out':
        push(is.why);
        // What its columns say of a place holds for the lines below it.
        if (is.why === 'no-name') carried = carry(carried, fields, main);
        break;
      case 'section':
        carried = carry(carried, is.says, main);
        push('section');
        break;
      case 'break':
        carried = withoutLine(carried, ask);
        push('note');
        break;
      case 'unit': {
        const said = withoutDittos(fields, above, main);
        carried = carry(carried, said, main);
        above = { ...carried, ...said };
        push(null, above);
        // Like a place, but neither one nor a unit, alone in its line: the group may end here.
        const isUnknown = sole !== null && isLikePlace(sole) && !ask.names(sole);
        if (isUnknown) carried = withoutLine(carried, ask);
        break;
      }
      case 'blank':
        carried = carry(carried, fields, main);
    }
  }
  return rows;
}

/** County, township and scheme for the rows below; with another county the township has to be said again. */
function carry(carried: Fields, fields: Fields, main: ColumnMeaning): Fields {
  const county = readable(fields.county) ?? carried.county;
  const isSameCounty = textOf(county) === textOf(carried.county);
  const township =
    main === 'township'
      ? undefined
      : (readable(fields.township) ?? (isSameCounty ? carried.township : undefined));
  // Of a column each row has its own.
  const grade = fields.grade?.letter === null ? fields.grade : carried.grade;
  return { ...(county && { county }), ...(township && { township }), ...(grade && { grade }) };
}

/** Without the township that a line said; the one of the whole sheet stands. */
function withoutLine({ township, ...others }: Fields, { place }: ReadRows): Fields {
  const left = township?.letter === null ? place.township : township;
  return left ? { ...others, township: left } : others;
}

/** 〃 and 同上 are what the row above says; of places that is carried down anyway. */
function withoutDittos(fields: Fields, above: Fields, main: ColumnMeaning): Fields {
  const said: Fields = {};
  for (const meaning of Object.keys(fields) as ColumnMeaning[]) {
    const text = textOf(fields[meaning]);
    const isRepeated =
      text !== undefined && meaning !== main && meaning !== 'code' && isDitto(text);
    const field = isRepeated ? above[meaning] : fields[meaning];
    if (field) said[meaning] = field;
  }
  return said;
}

function readable(field: Field | undefined): Field | undefined {
  return field?.reading.status === 'text' ? field : undefined;
}
