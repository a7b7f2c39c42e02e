/**
 * One geometry as a file gives it, made into one the map can use: converted to degrees, closed rings
 * wound by the right-hand rule, heights left away; or what is wrong with it. Whether longitude comes
 * first is not judged here.
 */
import type { Position } from 'geojson';
import { ringTurn } from '../../export/shapefile/ring-turn.ts';
import type { FeatureFaultCode } from '../../domain/geodata.ts';
import type { FeatureFault, PlaceGeometry, Values } from './place-feature.ts';

/** From the system of the file to degrees, longitude first; `null`: it is in degrees. */
export type ToDegrees = ((position: [number, number]) => readonly number[]) | null;

export type ReadGeometry =
  | { readonly status: 'read'; readonly geometry: PlaceGeometry }
  | { readonly status: 'unusable'; readonly fault: FeatureFault };

/** Unwinds the walk through nested arrays from wherever the first fault is; caught in this file only. */
class Unusable {
  readonly fault: FeatureFault;
  constructor(code: FeatureFaultCode, values?: Values) {
    this.fault = { code, ...(values && { values }) };
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unusable('not-geojson');
  if (value.length === 0) throw new Unusable('empty-geometry');
  return value;
}

function positionOf(value: unknown, toDegrees: ToDegrees): Position {
  const [x, y] = listOf(value);
  // `null` is what JSON.stringify makes of NaN; shapefiles write "no data" as less than −10³⁸.
  const isNumber = (number: unknown): number is number =>
    typeof number === 'number' && Number.isFinite(number) && number > -1e38;
  if (typeof x === 'string' || typeof y === 'string' || Array.isArray(x) || Array.isArray(y))
    throw new Unusable('not-geojson');
  if (!isNumber(x) || !isNumber(y)) throw new Unusable('not-finite');
  const [longitude = NaN, latitude = NaN] = toDegrees ? toDegrees([x, y]) : [x, y];
  const [east, north] = [Math.abs(longitude), Math.abs(latitude)];
  // Latitude first is a mistake to be found out and asked about (`find-datum`), not to be refused here.
  const isSwapped = toDegrees === null && east <= 90 && north <= 180;
  if (!(east <= 180 && north <= 90) && !isSwapped)
    throw new Unusable('out-of-range', { example: `${x}, ${y}` });
  return [longitude, latitude];
}

function ringOf(value: unknown, index: number, toDegrees: ToDegrees): Position[] {
  const ring = listOf(value).map((position) => positionOf(position, toDegrees));
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) throw new Unusable('ring-open');
  if (ring.length < 4) throw new Unusable('ring-short');
  const isHole = index > 0;
  return ringTurn(ring) > 0 === isHole ? ring.toReversed() : ring;
}

function polygonOf(value: unknown, toDegrees: ToDegrees): Position[][] {
  return listOf(value).map((ring, index) => ringOf(ring, index, toDegrees));
}

function geometryOf(type: unknown, coordinates: unknown, toDegrees: ToDegrees): PlaceGeometry {
  switch (type) {
    case 'Point':
      return { type, coordinates: positionOf(coordinates, toDegrees) };
    case 'MultiPoint': {
      // Some programs save every point as a set of one.
      const points = listOf(coordinates);
      if (points.length > 1) throw new Unusable('wrong-type', { type });
      return { type: 'Point', coordinates: positionOf(points[0], toDegrees) };
    }
    case 'Polygon':
      return { type, coordinates: polygonOf(coordinates, toDegrees) };
    case 'MultiPolygon': {
      const polygons = listOf(coordinates).map((polygon) => polygonOf(polygon, toDegrees));
      const [first] = polygons;
      return polygons.length === 1 && first
        ? { type: 'Polygon', coordinates: first }
        : { type, coordinates: polygons };
    }
    case 'LineString':
    case 'MultiLineString':
    case 'GeometryCollection':
      throw new Unusable('wrong-type', { type });
    default:
      throw new Unusable('not-geojson');
  }
}

/** The geometry of a feature, whatever stands there. */
export function placeGeometry(value: unknown, toDegrees: ToDegrees): ReadGeometry {
  if (value === null || value === undefined)
    return { status: 'unusable', fault: { code: 'no-geometry' } };
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  try {
    return { status: 'read', geometry: geometryOf(type, coordinates, toDegrees) };
  } catch (error) {
    if (error instanceof Unusable) return { status: 'unusable', fault: error.fault };
    throw error;
  }
}
