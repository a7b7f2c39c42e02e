import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';

/** A county or a neighbour, as the geometry checks look at it. */
export type Outline = Feature<
  Polygon | MultiPolygon,
  { readonly code: string; readonly name: string }
>;

/** A ring with the path to it inside its feature. */
export interface RingAt {
  readonly ring: readonly Position[];
  readonly isHole: boolean;
  readonly keys: readonly (string | number)[];
}

/** Every ring of the outline, with its path below the feature. */
export function ringsOf({ geometry }: Pick<Outline, 'geometry'>): readonly RingAt[] {
  const at = (rings: readonly Position[][], ...part: number[]): readonly RingAt[] =>
    rings.map((ring, index) => ({
      ring,
      isHole: index > 0,
      keys: ['geometry', 'coordinates', ...part, index],
    }));
  return geometry.type === 'Polygon'
    ? at(geometry.coordinates)
    : geometry.coordinates.flatMap((rings, part) => at(rings, part));
}

/** Every position of the outline. */
export function positionsOf(outline: Outline): readonly Position[] {
  return ringsOf(outline).flatMap(({ ring }) => ring);
}
