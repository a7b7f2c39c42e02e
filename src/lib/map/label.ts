/**
 * Where labels stand: at the place the geometry gives them, moved only as far as it takes that no
 * two cover each other and none leaves the view. All in viewBox units.
 */

export interface SceneLabel {
  /** Centre of the block of lines. */
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  /** Whether the first line is a county's name, larger than the rest; neighbours' are not. */
  readonly hasName: boolean;
}

/** Size of the first line (the name) and of those below it; `map.css` has the same. */
export const nameSize = 40;
export const noteSize = 33;
/** Distance from one baseline to the next, for a size of 1. */
export const lineHeight = 1.18;
/** Free space between two labels. */
const gap = 8;
const rounds = 24;

export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Width of a text set at that size: a Chinese character is as wide as high, others a little over half
 * of that, in the wider of the usual faces.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 1 : 0.58;
  return width * size;
}

/** The size of each of a label's lines. */
export function lineSizes({ lines, hasName }: SceneLabel): readonly number[] {
  return lines.map((_, index) => (hasName && index === 0 ? nameSize : noteSize));
}

/** The box a label covers. */
export function labelBox(label: SceneLabel): LabelBox {
  const { x, y, lines } = label;
  const sizes = lineSizes(label);
  const widths = lines.map((line, index) => textWidth(line, sizes[index] ?? noteSize));
  const height = sizes.reduce((sum, size) => sum + size * lineHeight, 0);
  return { x, y, width: Math.max(0, ...widths), height };
}

/**
 * The labels moved apart: two that cover each other step back from one another by half the overlap
 * each, along the shorter way, until none do. Deterministic; the order of labels stays.
 */
export function placeLabels(
  labels: readonly SceneLabel[],
  view: { readonly width: number; readonly height: number },
): readonly SceneLabel[] {
  const boxes = labels.map((label) => ({ ...labelBox(label) }));
  for (let round = 0; round < rounds; round++) {
    let isSettled = true;
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) if (pushApart(a, b)) isSettled = false;
      a.x = clamp(a.x, a.width / 2 + gap, view.width - a.width / 2 - gap);
      a.y = clamp(a.y, a.height / 2 + gap, view.height - a.height / 2 - gap);
    });
    if (isSettled) break;
  }
  return labels.map((label, index) => {
    const box = boxes[index] ?? label;
    return { ...label, x: Math.round(box.x), y: Math.round(box.y) };
  });
}

/** How far two boxes, with the gap between them, cover each other; not positive: they do not. */
export function overlap(a: LabelBox, b: LabelBox): readonly [x: number, y: number] {
  return [
    (a.width + b.width) / 2 + gap - Math.abs(a.x - b.x),
    (a.height + b.height) / 2 + gap - Math.abs(a.y - b.y),
  ];
}

interface MovableBox extends LabelBox {
  x: number;
  y: number;
}

function pushApart(a: MovableBox, b: MovableBox): boolean {
  const [dx, dy] = overlap(a, b);
  if (dx <= 0.5 || dy <= 0.5) return false;
  const axis = dx < dy ? 'x' : 'y';
  const step = (Math.min(dx, dy) / 2) * (a[axis] < b[axis] ? -1 : 1);
  a[axis] += step;
  b[axis] -= step;
  return true;
}

/** CJK ideographs, kana, full-width forms and punctuation. */
function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  );
}

function clamp(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));
}
