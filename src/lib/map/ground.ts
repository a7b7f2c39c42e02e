/**
 * Whose ground each part of the view is, on a coarse grid: so that the name of a neighbour stands on
 * its own ground and never on a county. Worked out once for a geometry; asking costs a few look-ups.
 */
import type { LabelBox } from './label.ts';
import type { GridPoint } from './path.ts';

/** viewBox units: finer than a letter. */
const cell = 10;

export interface GroundArea {
  readonly code: string;
  readonly rings: readonly (readonly GridPoint[])[];
}

export interface Ground {
  /** Whether the whole box lies inside the view and on that neighbour's ground. */
  readonly isOn: (code: string, box: LabelBox) => boolean;
}

/** `areas`: the first that a place lies in has it, so the counties come first. */
export function groundOf(
  areas: readonly GroundArea[],
  { width, height }: { readonly width: number; readonly height: number },
): Ground {
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const owners: (string | undefined)[] = Array.from({ length: columns * rows }, (_, index) => {
    const centre: GridPoint = [
      ((index % columns) + 0.5) * cell,
      (Math.floor(index / columns) + 0.5) * cell,
    ];
    return areas.find(({ rings }) => isInside(rings, centre))?.code;
  });
  return {
    isOn(code, box) {
      const left = box.x - box.width / 2;
      const top = box.y - box.height / 2;
      if (left < 0 || top < 0 || left + box.width > width || top + box.height > height) {
        return false;
      }
      for (let row = Math.floor(top / cell); row * cell < top + box.height; row++) {
        for (let column = Math.floor(left / cell); column * cell < left + box.width; column++) {
          if (owners[row * columns + column] !== code) return false;
        }
      }
      return true;
    },
  };
}

/** By the even-odd rule over all rings. */
function isInside(rings: readonly (readonly GridPoint[])[], [x, y]: GridPoint): boolean {
  let inside = false;
  for (const ring of rings) {
    let [fromX, fromY] = ring.at(-1) ?? [0, 0];
    for (const [toX, toY] of ring) {
      const crosses = fromY > y !== toY > y;
      if (crosses && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) inside = !inside;
      [fromX, fromY] = [toX, toY];
    }
  }
  return inside;
}
