/** One table of everything measured, for a terminal. */
import { figures, type Figure } from './figures.ts';
import { formatBound, formatValue, verdictOf, type Measurement } from './measurement.ts';

type Row = readonly string[];

const heading: Row = ['figure', 'required', 'measured', 'holds', 'remarks'];

/** Figures first come, then beside them what has no bound; the last column runs free. */
export function formatTable(measurements: readonly Measurement[]): string {
  const rows = [heading, ...measurements.map(rowOf)];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  const rule = widths.slice(0, -1).map((size) => '─'.repeat(size));
  const [first, ...rest] = rows.map((row) => line(row, widths));
  return [first, line([...rule, '─'.repeat(7)], widths), ...rest].join('\n');
}

function rowOf(measurement: Measurement): Row {
  if (measurement.kind === 'beside') {
    return [`  ${measurement.what}`, '', measurement.value, '', measurement.detail];
  }
  const figure: Figure = figures[measurement.figure];
  const value = measurement.kind === 'measured' ? formatValue(figure.unit, measurement.value) : '–';
  const remark = measurement.kind === 'measured' ? measurement.detail : measurement.why;
  return [figure.what, formatBound(figure), value, verdictOf(measurement), remark];
}

function line(cells: Row, widths: readonly number[]): string {
  return cells
    .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
    .join('  ')
    .trimEnd();
}

function width(cell: string | undefined): number {
  return [...(cell ?? '')].length;
}
