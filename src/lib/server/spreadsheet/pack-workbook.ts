/**
 * A workbook on its way from the reading process to the server. Handed over as objects it would be
 * unpacked in one go, and no page is served meanwhile: so it travels as bytes of JSON, some rows each, that
 * are unpacked with pauses between.
 */
import { emptyCell } from './read-cell.ts';
import type { Cell, ReadWorkbook, Sheet, SheetRow, Workbook } from './workbook.ts';

/** A cell: nothing, text, number, truth, or any other as it is. */
type PackedCell = null | string | number | boolean | Cell;
type PackedRow = readonly [number: number, isHidden: boolean, cells: readonly PackedCell[]];

export interface PackedSheet extends Omit<Sheet, 'rows'> {
  readonly rows: readonly Uint8Array[];
}

export type PackedAnswer =
  | Extract<ReadWorkbook, { status: 'refused' }>
  | {
      readonly status: 'packed';
      readonly kind: Workbook['kind'];
      readonly encoding: Workbook['encoding'];
      readonly sheets: readonly PackedSheet[];
    };

/** Cells in one piece: unpacking it takes about a millisecond. */
const pieceSize = 2_000;

export function packAnswer(read: ReadWorkbook): PackedAnswer {
  if (read.status === 'refused') return read;
  const { kind, encoding, sheets } = read.workbook;
  const packed = sheets.map(({ rows, ...sheet }) => ({ ...sheet, rows: [...pieces(rows)] }));
  return { status: 'packed', kind, encoding, sheets: packed };
}

function* pieces(rows: readonly SheetRow[]): Generator<Uint8Array> {
  let piece: PackedRow[] = [];
  let size = 0;
  for (const { number, isHidden, cells } of rows) {
    piece.push([number, isHidden, cells.map(packCell)]);
    size += 1 + cells.length;
    if (size < pieceSize) continue;
    yield Buffer.from(JSON.stringify(piece));
    piece = [];
    size = 0;
  }
  if (piece.length > 0) yield Buffer.from(JSON.stringify(piece));
}

function packCell(cell: Cell): PackedCell {
  switch (cell.kind) {
    case 'empty':
      return null;
    case 'text':
      return cell.text;
    case 'number':
    case 'boolean':
      return cell.value;
    default:
      return cell;
  }
}

/** Unpacks piece by piece; `pause` lets others be served between two. */
export async function unpackAnswer(
  answer: PackedAnswer,
  pause: () => Promise<unknown>,
): Promise<ReadWorkbook> {
  if (answer.status === 'refused') return answer;
  const texts = new Map<string, Cell>();
  const unpackCell = (packed: PackedCell): Cell => {
    if (packed === null) return emptyCell;
    if (typeof packed === 'number') return { kind: 'number', value: packed };
    if (typeof packed === 'boolean') return { kind: 'boolean', value: packed };
    if (typeof packed !== 'string') return packed;
    // The county of a thousand villages is one cell in memory.
    const known = texts.get(packed);
    if (known !== undefined) return known;
    const cell: Cell = { kind: 'text', text: packed };
    texts.set(packed, cell);
    return cell;
  };
  const sheets: Sheet[] = [];
  for (const { rows: packedRows, ...sheet } of answer.sheets) {
    const rows: SheetRow[] = [];
    for (const piece of packedRows) {
      // Packed by the same edition of this program.
      const unpacked = JSON.parse(Buffer.from(piece).toString()) as PackedRow[];
      for (const [number, isRowHidden, cells] of unpacked)
        rows.push({ number, isHidden: isRowHidden, cells: cells.map(unpackCell) });
      await pause();
    }
    sheets.push({ ...sheet, rows });
  }
  return { status: 'read', workbook: { kind: answer.kind, encoding: answer.encoding, sheets } };
}
