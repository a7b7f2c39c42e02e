/** All that is checked of the map's layers once each is well-formed GeoJSON. */
import { dirname, join } from 'node:path';
import gjv from 'geojson-validation';
import type { Division } from '../../domain/division.ts';
import type { Programme } from '../../domain/programme.ts';
import type { LonLat, SiteGeometry } from '../../map/geometry.ts';
import { checkCoordinates } from './check-coordinates.ts';
import { checkAgainstControlPoints, checkAgainstEachOther } from './check-datum.ts';
import { checkCounties, checkFeatures } from './check-layers.ts';
import { checkNeighbours } from './check-neighbours.ts';
import { checkRings } from './check-rings.ts';
import { checkSeats } from './check-seats.ts';
import { readControlPoints } from './control-points.ts';
import { inFile, pointer, quote, say, type Fault, type Finding } from './fault.ts';
import type { Outline } from './outlines.ts';
import { readSeats } from './read-geometry.ts';

export interface GeometryPaths {
  readonly counties: string;
  readonly context: string;
}

/** What the geometry is compared with, as far as it is readable itself. */
export interface GeometryReferences {
  readonly programme: Programme | undefined;
  readonly divisions: readonly Division[] | undefined;
  /** Control points of a stored edition of the same prefecture. */
  readonly editionPoints: readonly LonLat[];
}

function checkGeoJson(features: readonly Outline[]): readonly Finding[] {
  return features.flatMap((feature, index) =>
    (gjv.isFeature(feature, true) ?? []).map((message) => ({
      place: pointer(['features', index]),
      what: say(`不是合法的 GeoJSON（${message}）`, `it is not valid GeoJSON (${message})`),
      expected: say('RFC 7946 的要素', 'a feature of RFC 7946'),
    })),
  );
}

/** Faults inside the outlines of one layer. Positions and rings come first: the rest needs them. */
function checkOutlines(features: readonly Outline[]): readonly Finding[] {
  const positions = checkCoordinates(features);
  if (positions.length > 0) return positions;
  const rings = checkRings(features);
  return rings.length > 0 ? rings : checkGeoJson(features);
}

/** RFC 7946 §4 knows one system; an older file that names another was never converted. */
function checkCrs(collection: object): readonly Finding[] {
  const named = 'crs' in collection ? JSON.stringify(collection.crs ?? 'CRS84') : 'CRS84';
  if (/CRS84|EPSG:{1,2}4326/.test(named)) return [];
  return [
    {
      place: '/crs',
      what: say(`坐标系 ${quote(named)} 不是 WGS-84`, `the system ${quote(named)} is not WGS-84`),
      expected: say('CRS84，不写 crs', 'CRS84, and no crs'),
    },
  ];
}

/** Every fault of the two layers, alone, together, and against divisions and control points. */
export function checkGeometry(
  geometry: SiteGeometry,
  paths: GeometryPaths,
  { programme, divisions, editionPoints }: GeometryReferences,
): readonly Fault[] {
  const counties = geometry.counties.features;
  const context = geometry.context.features;
  const inCounties = (findings: readonly Finding[]): readonly Fault[] =>
    inFile(paths.counties, findings);
  const inContext = (findings: readonly Finding[]): readonly Fault[] =>
    inFile(paths.context, findings);

  const faults = [
    ...inCounties([...checkCrs(geometry.counties), ...checkOutlines(counties)]),
    ...inContext([...checkCrs(geometry.context), ...checkOutlines(context)]),
  ];
  if (programme && divisions) {
    faults.push(...inCounties(checkCounties(geometry, divisions, programme)));
  }
  const points = readControlPoints(join(dirname(paths.counties), 'control-points.csv'));
  if (points.status === 'invalid') return [...faults, ...points.faults];
  const seats = readSeats(join(dirname(paths.counties), 'county-seats.geojson'));
  if (seats.status === 'invalid') return [...faults, ...seats.faults];
  if (faults.length > 0) return faults;

  const known = points.value.length > 0 ? points.value : editionPoints;
  // Own points may have been moved along with the boundaries; those of a stored edition were not.
  const shifts = [known, ...(known === editionPoints ? [] : [editionPoints])]
    .map((places) => [
      ...inCounties(checkAgainstControlPoints(counties, places, true)),
      ...inContext(checkAgainstControlPoints(context, places, false)),
    ])
    .find((found) => found.length > 0);
  if (shifts) return shifts;
  const between = checkAgainstEachOther(counties, context);
  faults.push(...inCounties(between.counties), ...inContext(between.context));
  // Layers in two datums overlap everywhere: one fault says it, not twenty.
  if (faults.length > 0) return faults;
  return [
    ...inCounties(checkFeatures(counties)),
    ...inContext(checkFeatures(context)),
    ...inCounties(checkSeats(seats.value, counties)),
    ...inCounties(checkNeighbours(counties, context)),
  ];
}
