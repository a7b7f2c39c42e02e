/** The symbol of a unit by its state, as the registers have it: a square, and in it a mark of its own. */
import type { UnitState } from '../../domain/register-unit.ts';
import { palettes, type Look, type PaintKey } from '../palette.ts';

/** CSS px, with the rim that lifts it off the county beneath. */
export const placeSize = 16;

const paints: Readonly<Record<UnitState, PaintKey>> = {
  counted: 'step-3',
  possible: 'step-0',
  left: 'left',
  none: 'none',
  unreported: 'unknown',
};

/** Lines of the mark, in a square of 16: a state is told by them as well as by its colour. */
const marks: Readonly<Record<UnitState, string>> = {
  counted: 'M4.8 8.2 7 10.4 11.2 5.6',
  possible: 'M7.9 8h.2',
  left: 'M5 5l6 6M11 5l-6 6',
  none: '',
  unreported: 'M3 8l5-5M3 13 13 3M8 13l5-5',
};

export function placeImageName(look: Look, state: UnitState): string {
  return `${look}-place-${state}`;
}

/** The colour of an area of that state. */
export function placeFill(look: Look, state: UnitState): string {
  return palettes[look].classes[paints[state]].fill;
}

/** Draws the symbol on a canvas of `placeSize` CSS px; `null` where the browser gives no 2D context. */
export function placeCanvas(
  state: UnitState,
  look: Look,
  pixelRatio: number,
): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas');
  const side = Math.round(placeSize * pixelRatio);
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return null;
  const { land, border, classes } = palettes[look];
  const { fill, ink } = classes[paints[state]];
  context.scale(side / placeSize, side / placeSize);
  context.fillStyle = land;
  context.fillRect(0, 0, placeSize, placeSize);
  context.fillStyle = fill;
  context.strokeStyle = state === 'possible' ? ink : border;
  context.lineWidth = 1;
  if (state === 'possible') context.setLineDash([2, 2]);
  context.fillRect(2, 2, 12, 12);
  context.strokeRect(2, 2, 12, 12);
  context.setLineDash([]);
  context.strokeStyle = ink;
  context.lineWidth = state === 'possible' ? 4 : state === 'unreported' ? 1 : 1.6;
  context.lineCap = 'round';
  context.stroke(new Path2D(marks[state]));
  return canvas;
}
