/** What is in doubt between places: two units at one position, two outlines over one another. */
import { area, bbox, featureCollection, intersect } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { PlaceFault } from './place-fault.ts';
import type { Place } from './place-faults.ts';

/**
 * Square metres: 10 ha. Two townships digitised apart overlap along a common boundary of some
 * kilometres by some ten metres; more is a boundary drawn twice and differently.
 */
export const overlapTolerance = 100_000;

interface Outline {
  readonly index: number;
  readonly unit: string;
  readonly shape: Feature<Polygon | MultiPolygon>;
  readonly box: readonly number[];
}

function boxesMeet(a: readonly number[], b: readonly number[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = a;
  const [otherWest = 0, otherSouth = 0, otherEast = 0, otherNorth = 0] = b;
  return west < otherEast && otherWest < east && south < otherNorth && otherSouth < north;
}

function overlapFault(own: Outline, other: Outline): PlaceFault | null {
  const { unit } = other;
  try {
    const common = intersect(featureCollection([own.shape, other.shape]));
    const size = common ? area(common) : 0;
    if (size <= overlapTolerance) return null;
    const values = { unit, hectares: (size / 10_000).toFixed(0) };
    return { code: 'overlaps', severity: 'doubt', values };
  } catch {
    // The library gives up on edges that run along each other by less than it can tell apart.
    return { code: 'not-comparable', severity: 'doubt', values: { unit } };
  }
}

/**
 * The faults that several places have together, by the index of the place; places in WGS-84, outlines
 * without a fault of their own. Two outlines of one unit are the import's to refuse, not compared here.
 */
export function faultsBetween(
  places: readonly Place[],
): ReadonlyMap<number, readonly PlaceFault[]> {
  const faults = new Map<number, PlaceFault[]>();
  const add = (index: number, fault: PlaceFault): void => {
    const own = faults.get(index);
    if (own) own.push(fault);
    else faults.set(index, [fault]);
  };

  const unitsAt = new Map<string, Set<string>>();
  places.forEach(({ unit, geometry }) => {
    if (geometry.type !== 'Point') return;
    const key = geometry.coordinates.join();
    unitsAt.set(key, (unitsAt.get(key) ?? new Set()).add(unit));
  });
  places.forEach(({ unit, geometry }, index) => {
    if (geometry.type !== 'Point') return;
    const units = unitsAt.get(geometry.coordinates.join());
    const other = units?.values().find((candidate) => candidate !== unit);
    if (other !== undefined)
      add(index, { code: 'same-position', severity: 'doubt', values: { unit: other } });
  });

  const outlines = places.flatMap(({ unit, geometry }, index): readonly Outline[] => {
    if (geometry.type === 'Point') return [];
    const shape = { type: 'Feature', properties: {}, geometry } as const;
    return [{ index, unit, shape, box: bbox(shape) }];
  });
  outlines.forEach((own, at) => {
    for (const other of outlines.slice(at + 1)) {
      if (own.unit === other.unit || !boxesMeet(own.box, other.box)) continue;
      const fault = overlapFault(own, other);
      if (!fault) continue;
      add(own.index, fault);
      add(other.index, { ...fault, values: { ...fault.values, unit: own.unit } });
    }
  });
  return faults;
}
