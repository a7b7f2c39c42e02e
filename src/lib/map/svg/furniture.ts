/** North arrow, scale bar and small print of a map: small and quiet, in the corners. */
import type { LabelBox } from '../label.ts';
import { kilometresPerUnit, type Frame } from '../projection.ts';
import { attributes, escapeMarkup } from './markup.ts';

export interface FurnitureWords {
  /** Letter over the north arrow. */
  readonly north: string;
  /** A length in km, with its unit. */
  readonly kilometres: (length: number) => string;
  /** Lines such as "边界为概化示意" and the review number 审图号. */
  readonly captions: readonly string[];
}

/** Distance from the edge of the view. */
const inset = 30;
const captionStep = 34;
/** Size of its letters; `map.css` has the same. */
const size = 27;
const roundLengths = [1, 2, 5, 10, 20, 50, 100, 200, 500] as const;

/** The longest round length in km that takes at most a fifth of the width. */
export function scaleLength(frame: Frame): number {
  const most = (frame.width / 5) * kilometresPerUnit(frame);
  return roundLengths.findLast((length) => length <= most) ?? roundLengths[0];
}

/**
 * What the furniture covers, for what must keep clear of it: the arrow, and the foot of the map in its
 * whole width, as the interactive map sets the same captions in one line.
 */
export function furnitureBoxes(
  { width, height }: Frame,
  { captions }: FurnitureWords,
): readonly LabelBox[] {
  const foot = inset + Math.max(size + 22, captions.length * captionStep);
  return [box(inset, inset, 40, 90), box(0, height - foot, width, foot)];
}

/** By its top left corner. */
function box(left: number, top: number, width: number, height: number): LabelBox {
  return { x: left + width / 2, y: top + height / 2, width, height };
}

export function furniture(frame: Frame, words: FurnitureWords): string {
  const bottom = frame.height - inset;
  const captions = words.captions.map((caption, index) => {
    const y = bottom - (words.captions.length - 1 - index) * captionStep;
    const place = attributes({ x: frame.width - inset, y, class: 'map-caption' });
    return `<text${place}>${escapeMarkup(caption)}</text>`;
  });
  const parts = [northArrow(words.north), scaleBar(frame, words), ...captions];
  return `<g class="map-furniture" aria-hidden="true">${parts.join('')}</g>`;
}

function northArrow(letter: string): string {
  const x = inset + 20;
  const text = `<text${attributes({ x, y: inset + 24, class: 'map-north' })}>${escapeMarkup(letter)}</text>`;
  return `${text}<path class="map-arrow" d="M${x} ${inset + 38}l-16 50 16-12 16 12z"/>`;
}

function scaleBar(frame: Frame, { kilometres }: FurnitureWords): string {
  const length = scaleLength(frame);
  const width = Math.round(length / kilometresPerUnit(frame));
  const y = frame.height - inset;
  const text = attributes({ x: inset, y: y - 22 });
  return (
    `<text${text}>${escapeMarkup(kilometres(length))}</text>` +
    `<path class="map-scale" d="M${inset} ${y - 10}v10h${width}v-10"/>`
  );
}
