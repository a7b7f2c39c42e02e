/**
 * Where the names of the neighbours stand: as near to their own place as there is room on their own
 * ground, clear of the counties' labels, of the furniture and of one another. Where there is no
 * room, a name is left out: it says where the counties lie, and nothing depends on it.
 */
import type { Ground } from './ground.ts';
import { labelBox, noteSize, overlap, type LabelBox, type SceneLabel } from './label.ts';
import { wrapText } from './wrap.ts';

/** viewBox units. */
const maxWidth = 180;
/** How far from its place a name may stand, and in what steps a place is sought. */
const reach = 240;
const step = 20;
const margin = 8;
/** `map.css` has the same. */
const letterSpacing = 4;

const offsets: readonly (readonly [number, number])[] = grid().toSorted(
  ([ax, ay], [bx, by]) => ax * ax + ay * ay - bx * bx - by * by,
);

export interface ContextName {
  readonly code: string;
  readonly name: string;
  readonly place: readonly [x: number, y: number];
}

/** For each name its label, or `null` where there is no room. `taken`: what it may not cover. */
export function contextLabels(
  names: readonly ContextName[],
  ground: Ground,
  taken: readonly LabelBox[],
): readonly (SceneLabel | null)[] {
  const boxes = [...taken];
  return names.map(({ code, name, place: [x, y] }) => {
    const lines = wrapText(name, noteSize, maxWidth);
    for (const [dx, dy] of offsets) {
      const label = { x: Math.round(x + dx), y: Math.round(y + dy), lines, hasName: false };
      const box = contextBox(label);
      if (ground.isOn(code, withMargin(box)) && boxes.every((other) => !covers(box, other))) {
        boxes.push(box);
        return label;
      }
    }
    return null;
  });
}

/** The box of a neighbour's label, whose letters stand apart. */
export function contextBox(label: SceneLabel): LabelBox {
  const box = labelBox(label);
  const longest = Math.max(0, ...label.lines.map((line) => line.length));
  return { ...box, width: box.width + longest * letterSpacing };
}

/** A little ground all round: neither the edge of the view nor a border touches the letters. */
function withMargin(box: LabelBox): LabelBox {
  return { ...box, width: box.width + 2 * margin, height: box.height };
}

function covers(a: LabelBox, b: LabelBox): boolean {
  return overlap(a, b).every((depth) => depth > 0);
}

function grid(): (readonly [number, number])[] {
  const steps = Array.from({ length: (2 * reach) / step + 1 }, (_, index) => index * step - reach);
  return steps.flatMap((x) => steps.map((y) => [x, y] as const));
}
