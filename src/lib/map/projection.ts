/**
 * Web Mercator (EPSG:3857) as MapLibre has it: the world is the square 0..1, x to the east and y
 * to the south, 512 px wide at zoom 0. A frame says where in it a viewBox lies.
 */
import type { LonLat } from './geometry.ts';

/** A point of the mercator square, 0..1. */
export type MercatorPoint = readonly [x: number, y: number];

/** West, south, east, north in degrees, CRS84. */
export type LonLatBounds = readonly [west: number, south: number, east: number, north: number];

export interface Frame {
  /** Mercator coordinates of the viewBox's top left corner. */
  readonly x: number;
  readonly y: number;
  /** viewBox units for the width of the world. */
  readonly unitsPerWorld: number;
  /** Size of the viewBox, whole units. */
  readonly width: number;
  readonly height: number;
}

export interface Camera {
  readonly center: readonly [longitude: number, latitude: number];
  readonly zoom: number;
}

/** Width of the world at zoom 0 in CSS px (MapLibre's tile size). */
const worldSize = 512;
/** Circumference of the WGS-84 equator, in km. */
const equator = 40_075.017;

/** Degrees to the mercator square. */
export function toMercator([longitude, latitude]: LonLat): MercatorPoint {
  const phi = (latitude * Math.PI) / 180;
  return [(longitude + 180) / 360, (1 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / Math.PI) / 2];
}

/** The mercator square to degrees. */
export function fromMercator([x, y]: MercatorPoint): LonLat {
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return [x * 360 - 180, latitude];
}

/**
 * The frame that shows `bounds` in a viewBox of that width, with a margin all round (a share of
 * the longer side) in which the neighbours appear.
 */
export function frameOf(bounds: LonLatBounds, width: number, margin: number): Frame {
  const [west, south, east, north] = bounds;
  const [left, top] = toMercator([west, north]);
  const [right, bottom] = toMercator([east, south]);
  const space = margin * Math.max(right - left, bottom - top);
  const unitsPerWorld = width / (right - left + 2 * space);
  const height = Math.round((bottom - top + 2 * space) * unitsPerWorld);
  return { x: left - space, y: top - space, unitsPerWorld, width, height };
}

/** Degrees to viewBox units. */
export function toViewBox(frame: Frame, position: LonLat): readonly [number, number] {
  const [x, y] = toMercator(position);
  return [(x - frame.x) * frame.unitsPerWorld, (y - frame.y) * frame.unitsPerWorld];
}

/** viewBox units to degrees. */
export function fromViewBox(frame: Frame, [x, y]: readonly [number, number]): LonLat {
  return fromMercator([frame.x + x / frame.unitsPerWorld, frame.y + y / frame.unitsPerWorld]);
}

/** CSS px for one viewBox unit where the SVG fits its box by `xMidYMid meet`. */
export function pixelsPerUnit(frame: Frame, cssWidth: number, cssHeight: number): number {
  return Math.min(cssWidth / frame.width, cssHeight / frame.height);
}

/**
 * The camera with which MapLibre, in a container of that CSS size, shows what the SVG with
 * `preserveAspectRatio="xMidYMid meet"` shows there: the same centre, the same scale.
 */
export function cameraFor(frame: Frame, cssWidth: number, cssHeight: number): Camera {
  const scale = frame.unitsPerWorld * pixelsPerUnit(frame, cssWidth, cssHeight);
  const [longitude, latitude] = fromViewBox(frame, [frame.width / 2, frame.height / 2]);
  return { center: [longitude, latitude], zoom: Math.log2(scale / worldSize) };
}

/** West, south, east and north of all positions. */
export function boundsOf(positions: Iterable<LonLat>): LonLatBounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude);
    south = Math.min(south, latitude);
    east = Math.max(east, longitude);
    north = Math.max(north, latitude);
  }
  return [west, south, east, north];
}

/** Length of one viewBox unit on the ground at the frame's centre, in km. */
export function kilometresPerUnit(frame: Frame): number {
  const [, latitude] = fromViewBox(frame, [frame.width / 2, frame.height / 2]);
  return (equator * Math.cos((latitude * Math.PI) / 180)) / frame.unitsPerWorld;
}
