/**
 * The .shp and .shx of a layer (ESRI Shapefile Technical Description, July 1998). Lengths and offsets
 * are big-endian and counted in 16-bit words, everything else little-endian.
 */
import type { MultiPolygon, Point, Polygon, Position } from 'geojson';
import { ringTurn } from './ring-turn.ts';

/** One of the two kinds of layer: a shapefile holds shapes of a single type, or none (Null Shape). */
export type LayerKind = 'points' | 'polygons';
export type Shape = Point | Polygon | MultiPolygon | null;

export interface ShapeFiles {
  readonly shp: Uint8Array;
  readonly shx: Uint8Array;
}

const shapeType = { points: 1, polygons: 5 } as const;

/** Outer rings clockwise, holes counter-clockwise (page 8): the reverse of RFC 7946. */
function partsOf({ type, coordinates }: Polygon | MultiPolygon): readonly (readonly Position[])[] {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.flatMap((rings) =>
    rings.map((ring, index) => {
      const isCounterClockwise = ringTurn(ring) > 0;
      return isCounterClockwise === index > 0 ? ring : ring.toReversed();
    }),
  );
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(positions: Iterable<Position>): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = NaN, y = NaN] of positions) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  return [west, south, east, north];
}

function setBox(view: DataView, at: number, box: Box): void {
  box.forEach((value, index) => view.setFloat64(at + 8 * index, value, true));
}

function recordOf(shape: Shape): DataView {
  if (shape === null) return new DataView(new ArrayBuffer(4));
  if (shape.type === 'Point') {
    const view = new DataView(new ArrayBuffer(20));
    view.setInt32(0, shapeType.points, true);
    shape.coordinates
      .slice(0, 2)
      .forEach((value, index) => view.setFloat64(4 + 8 * index, value, true));
    return view;
  }
  const parts = partsOf(shape);
  const positions = parts.flat();
  const view = new DataView(new ArrayBuffer(44 + 4 * parts.length + 16 * positions.length));
  view.setInt32(0, shapeType.polygons, true);
  setBox(view, 4, boxOf(positions));
  view.setInt32(36, parts.length, true);
  view.setInt32(40, positions.length, true);
  let start = 0;
  parts.forEach((part, index) => {
    view.setInt32(44 + 4 * index, start, true);
    start += part.length;
  });
  positions.forEach(([x = NaN, y = NaN], index) => {
    const at = 44 + 4 * parts.length + 16 * index;
    view.setFloat64(at, x, true);
    view.setFloat64(at + 8, y, true);
  });
  return view;
}

function setHeader(view: DataView, kind: LayerKind, box: Box): void {
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, shapeType[kind], true);
  // A layer without a position has no box: zeros, as the description leaves open.
  setBox(view, 36, box[0] <= box[2] ? box : [0, 0, 0, 0]);
}

function positionsOf(shape: Shape): readonly Position[] {
  if (shape === null) return [];
  return shape.type === 'Point' ? [shape.coordinates] : partsOf(shape).flat();
}

/** Both files of the shapes, which are all of the kind, or null. */
export function shapeFiles(kind: LayerKind, shapes: readonly Shape[]): ShapeFiles {
  const records = shapes.map(recordOf);
  const size = records.reduce((sum, { byteLength }) => sum + 8 + byteLength, 100);
  const [shp, shx] = [new DataView(new ArrayBuffer(size)), new Uint8Array(100 + 8 * shapes.length)];
  const index = new DataView(shx.buffer);
  const box = boxOf(shapes.flatMap(positionsOf));
  setHeader(shp, kind, box);
  setHeader(index, kind, box);
  const bytes = new Uint8Array(shp.buffer);
  let at = 100;
  records.forEach((record, row) => {
    shp.setInt32(at, row + 1);
    shp.setInt32(at + 4, record.byteLength / 2);
    index.setInt32(100 + 8 * row, at / 2);
    index.setInt32(104 + 8 * row, record.byteLength / 2);
    bytes.set(new Uint8Array(record.buffer), at + 8);
    at += 8 + record.byteLength;
  });
  return { shp: bytes, shx };
}
