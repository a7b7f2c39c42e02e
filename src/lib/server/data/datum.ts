/**
 * In which datum a boundary file lies. Common Chinese boundary sets are in GCJ-02 (here 511 m east,
 * 124 m north of WGS-84) or BD-09, and look right until they are laid over anything else. The test
 * is by known places: points on the boundary in WGS-84 are moved as each datum would move them, and
 * the datum in which most of them meet a corner of the boundary is the file's.
 */
import gcoord from 'gcoord';
import type { LonLat } from '../../map/geometry.ts';

/** `wgs84-as-gcj02`: WGS-84 that somebody "converted" from GCJ-02, moved the other way. */
export type Datum = 'wgs84' | 'gcj02' | 'bd09' | 'wgs84-as-gcj02';

/** How many known places meet a corner in each datum. */
export type DatumHits = Readonly<Record<Datum, number>>;

const metresPerDegree = 111_195;

function moved([longitude, latitude]: LonLat, datum: Datum): LonLat {
  const position: [number, number] = [longitude, latitude];
  const { WGS84, GCJ02, BD09 } = gcoord;
  const move = (): readonly number[] => {
    switch (datum) {
      case 'wgs84':
        return position;
      case 'gcj02':
        return gcoord.transform(position, WGS84, GCJ02);
      case 'bd09':
        return gcoord.transform(position, WGS84, BD09);
      case 'wgs84-as-gcj02':
        return gcoord.transform(position, GCJ02, WGS84);
    }
  };
  const [x = NaN, y = NaN] = move();
  return [x, y];
}

/** Corners in cells as wide as the reach, so that a look at nine cells finds all that are near. */
function cornersByCell(corners: Iterable<LonLat>, size: number): ReadonlyMap<string, LonLat[]> {
  const cells = new Map<string, LonLat[]>();
  for (const corner of corners) {
    const key = `${Math.floor(corner[0] / size)},${Math.floor(corner[1] / size)}`;
    const cell = cells.get(key);
    if (cell) cell.push(corner);
    else cells.set(key, [corner]);
  }
  return cells;
}

function isNear([x, y]: LonLat, [cornerX, cornerY]: LonLat, reach: number): boolean {
  const east = (cornerX - x) * Math.cos((y * Math.PI) / 180);
  return Math.hypot(east, cornerY - y) * metresPerDegree <= reach;
}

/** For each datum, the number of `places` (WGS-84) that lie within `reach` metres of a corner. */
export function datumHits(
  places: readonly LonLat[],
  corners: Iterable<LonLat>,
  reach: number,
): DatumHits {
  // A degree of longitude is shorter than one of latitude: twice the reach covers both to 60° north.
  const size = (2 * reach) / metresPerDegree;
  const cells = cornersByCell(corners, size);
  const hits = (datum: Datum): number =>
    places.filter((place) => {
      const target = moved(place, datum);
      const [column, row] = [Math.floor(target[0] / size), Math.floor(target[1] / size)];
      return [-1, 0, 1].some((dx) =>
        [-1, 0, 1].some((dy) =>
          cells.get(`${column + dx},${row + dy}`)?.some((corner) => isNear(target, corner, reach)),
        ),
      );
    }).length;
  return {
    wgs84: hits('wgs84'),
    gcj02: hits('gcj02'),
    bd09: hits('bd09'),
    'wgs84-as-gcj02': hits('wgs84-as-gcj02'),
  };
}

/**
 * The datum that clearly fits best, if one does: with at least `least` hits and more than twice those
 * of any other. Corners meet a moved place by chance about once in twenty.
 */
export function datumOf(hits: DatumHits, least: number): Datum | undefined {
  const [best, second] = Object.entries(hits).toSorted(([, a], [, b]) => b - a);
  if (!best || best[1] < least || best[1] <= 2 * (second?.[1] ?? 0)) return undefined;
  // `Object.entries` widens the keys of a record that has no others.
  return best[0] as Datum;
}
