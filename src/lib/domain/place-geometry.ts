/**
 * The position of a township or village as GeoJSON (RFC 7946): a point, or an outline. CRS84 degrees,
 * longitude first. What is wrong with one is told here once, for the log and for what is proposed.
 */
import * as v from 'valibot';

/** Any two numbers: whether they can be degrees, `geometryFault` says. */
const anyPosition = v.pipe(v.array(v.number()), v.length(2, 'expected longitude and latitude'));
const anyRings = v.array(v.array(anyPosition));

/** The shape of a position that is proposed; its figures may still be wrong. */
export const anyGeometrySchema = v.variant('type', [
  v.strictObject({ type: v.literal('Point'), coordinates: anyPosition }),
  v.strictObject({ type: v.literal('Polygon'), coordinates: anyRings }),
  v.strictObject({ type: v.literal('MultiPolygon'), coordinates: v.array(anyRings) }),
]);
export type PlaceGeometry = v.InferOutput<typeof anyGeometrySchema>;
type Position = readonly number[];
type Ring = readonly Position[];

/**
 * The shape of a position that is on record. Whether it is in degrees at all is left to the checks of
 * the data, which can say why it is not: exchanged axes, a projection.
 */
export const geometrySchema = v.pipe(
  anyGeometrySchema,
  v.check(
    (geometry) => [null, 'not-degrees'].includes(geometryFault(geometry)),
    ({ input }) => expectations[geometryFault(input) ?? 'not-degrees'],
  ),
);

export type GeometryProblem =
  /** Not two numbers, or beyond ±180 and ±90. */
  | 'not-degrees'
  | 'too-precise'
  /** No ring at all. */
  | 'empty'
  | 'too-many-positions'
  /** Fewer than four positions, or the last is not the first (RFC 7946 §3.1.6). */
  | 'ring-open'
  /** An outer ring clockwise, or a hole counter-clockwise. */
  | 'ring-winding';

const expectations: Readonly<Record<GeometryProblem, string>> = {
  'not-degrees': 'expected longitude and latitude',
  'too-precise': 'expected degrees of at most 7 decimals',
  empty: 'expected a polygon with its rings',
  'too-many-positions': 'expected at most 5000 positions',
  'ring-open': 'expected closed rings of at least 4 positions (RFC 7946 §3.1.6)',
  'ring-winding': 'expected outer rings counter-clockwise, holes clockwise (RFC 7946 §3.1.6)',
};

/** Decimals of a degree that are kept: 7 are a centimetre. */
const mostDecimals = 7;
const unit = 10 ** mostDecimals;

/** As for the boundaries: beyond it a page is too heavy to send, and the checks take minutes. */
const mostPositions = 5000;

/** The first thing wrong with the geometry by itself; `null`: nothing that figures alone could tell. */
export function geometryFault(geometry: PlaceGeometry): GeometryProblem | null {
  if (geometry.type === 'Point') return positionFault(geometry.coordinates);
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  if (parts.length === 0 || parts.some((rings) => rings.length === 0)) return 'empty';
  const positions = parts.reduce(
    (sum, rings) => sum + rings.reduce((inPart, ring) => inPart + ring.length, 0),
    0,
  );
  if (positions > mostPositions) return 'too-many-positions';
  for (const rings of parts) {
    for (const [index, ring] of rings.entries()) {
      const fault = ringFault(ring, index > 0);
      if (fault) return fault;
    }
  }
  return null;
}

function positionFault(position: Position): GeometryProblem | null {
  const [longitude = NaN, latitude = NaN] = position;
  const areDegrees = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  // Comparing with NaN is false, as it should be here.
  if (!areDegrees || position.length !== 2) return 'not-degrees';
  return isExact(longitude) && isExact(latitude) ? null : 'too-precise';
}

/** Dividing is rounded to the number nearest to the decimals, which is what reading them gives. */
function isExact(degrees: number): boolean {
  return Math.round(degrees * unit) / unit === degrees;
}

function ringFault(ring: Ring, isHole: boolean): GeometryProblem | null {
  for (const position of ring) {
    const fault = positionFault(position);
    if (fault) return fault;
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return 'ring-open';
  const area = signedArea(ring);
  return area === 0 || area > 0 === isHole ? 'ring-winding' : null;
}

/** Twice the area in square degrees, positive counter-clockwise. Measured from the first position. */
function signedArea(ring: Ring): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [x1 = 0, y1 = 0] = ring[index - 1] ?? [];
    const [x2 = 0, y2 = 0] = ring[index] ?? [];
    sum += (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY);
  }
  return sum;
}

/** The same text for the same geometry; empty for none. */
export function geometryText(geometry: PlaceGeometry | null): string {
  return geometry === null ? '' : JSON.stringify([geometry.type, geometry.coordinates]);
}
