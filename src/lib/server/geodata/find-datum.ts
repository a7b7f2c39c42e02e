/**
 * In which datum places lie that a file says nothing about. GCJ-02 moves everything here by 511 m to
 * the east and 124 m to the north, BD-09 by about twice as much; the stored county boundaries are
 * generalised and off by a median of 148 m (95 %: 729 m). So a place well inside its county tells
 * nothing, and only those near its boundary do, each a little. The answer says how sure it is; where it
 * is `unclear`, a person has to be asked.
 */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { DatumName } from '../../domain/geodata.ts';
import type { LonLat } from '../../map/geometry.ts';
import { datumHits, datumOf, type DatumHits } from '../data/datum.ts';
import { metresOutside, ringsOf } from './metres.ts';
import type { PlaceGeometry } from './place-feature.ts';
import { positionToWgs84, toWgs84 } from './to-wgs84.ts';

/** The three that can be told apart; CGCS2000 answers as `wgs84`. */
export type TellingDatum = Exclude<DatumName, 'cgcs2000'>;

export interface MatchedPlace {
  readonly geometry: PlaceGeometry;
  /** Six digits: the county of the unit that the feature was matched to. */
  readonly county: string;
}

export interface DatumEvidence {
  /** Places that lie in their county if the file is in that datum. */
  readonly inside: number;
  /** Metres by which the others miss it, added up. */
  readonly metres: number;
}

export interface DatumAnswer {
  readonly status: 'sure' | 'likely' | 'unclear';
  /** The best; of a declared one, that one, unless the places contradict it for `sure`. */
  readonly datum: DatumName;
  /** The declared datum does not fit, another does: to be asked about. */
  readonly contradicts: boolean;
  /** Latitude came first; everything else is judged with the axes put right. */
  readonly isSwapped: boolean;
  /** By what it was told: points against counties, boundaries against boundaries, or a declaration. */
  readonly by: 'points' | 'boundaries' | 'declaration';
  readonly evidence: Readonly<Record<TellingDatum, DatumEvidence>>;
  readonly places: number;
}

export type CountyAreas = ReadonlyMap<string, Polygon | MultiPolygon>;

/**
 * Metres over which it becomes e times less likely that the stored boundary is at fault and the place
 * is right: exp(−148/λ) = 0.5 gives 213, exp(−729/λ) = 0.05 gives 243.
 */
const scale = 240;
/** A place matched to the wrong unit lies anywhere: it counts as this much, and no more. */
const farthest = 5 * scale;
/**
 * How much likelier, as a logarithm, the best must be than the next: 150 times to be sure, 12 times to be
 * likely. Neighbouring places share the fault of one boundary, so to be sure takes several counties.
 */
const margin = { sure: 5, likely: 2.5 } as const;
const leastCounties = 3;
/** Metres: a corner of the stored boundary and one of another edition mean the same (`check-datum`). */
const cornerReach = 200;
const leastCorners = 20;

function pointOf(geometry: PlaceGeometry): Position | null {
  return geometry.type === 'Point' ? geometry.coordinates : null;
}

/** Whether most places lie in the box of the counties only with their axes exchanged. */
function areSwapped(places: readonly MatchedPlace[], counties: CountyAreas): boolean {
  const corners = [...counties.values()].flatMap((area) => ringsOf(area).flat());
  const [xs, ys] = [corners.map(([x = NaN]) => x), corners.map(([, y = NaN]) => y)];
  const [west, east] = [Math.min(...xs) - 1, Math.max(...xs) + 1];
  const [south, north] = [Math.min(...ys) - 1, Math.max(...ys) + 1];
  const isIn = (x: number, y: number): boolean => x > west && x < east && y > south && y < north;
  const firsts = places.map(({ geometry }): Position => {
    if (geometry.type === 'Point') return geometry.coordinates;
    return ringsOf(geometry)[0]?.[0] ?? [];
  });
  const right = firsts.filter(([x = NaN, y = NaN]) => isIn(x, y)).length;
  const swapped = firsts.filter(([x = NaN, y = NaN]) => isIn(y, x)).length;
  return swapped > right && swapped * 2 > places.length;
}

interface Weighed {
  readonly datum: TellingDatum;
  readonly cost: number;
  readonly evidence: DatumEvidence;
  /** Per place: what it costs, in units of `scale`. */
  readonly costs: readonly number[];
}

function weigh(
  places: readonly MatchedPlace[],
  counties: CountyAreas,
  datum: TellingDatum,
): Weighed {
  const costs: number[] = [];
  let [inside, metres] = [0, 0];
  for (const { geometry, county } of places) {
    const area = counties.get(county);
    const point = pointOf(geometry);
    if (!area || !point) {
      costs.push(0);
      continue;
    }
    const [x = NaN, y = NaN] = positionToWgs84(point, datum);
    const outside = metresOutside([x, y], area);
    if (outside === 0) inside += 1;
    metres += outside;
    costs.push(Math.min(outside, farthest) / scale);
  }
  const cost = costs.reduce((sum, value) => sum + value, 0);
  return { datum, cost, evidence: { inside, metres: Math.round(metres) }, costs };
}

/** In how many counties a place speaks for one datum against the other. */
function countiesSpeaking(places: readonly MatchedPlace[], best: Weighed, next: Weighed): number {
  const speaking = places.filter(
    (_, index) => (next.costs[index] ?? 0) - (best.costs[index] ?? 0) > 0.2,
  );
  return new Set(speaking.map(({ county }) => county)).size;
}

/** Positions along the rings, close enough that a corner beside an edge finds one. */
function* along(geometry: PlaceGeometry): Generator<LonLat> {
  if (geometry.type === 'Point') return;
  const step = 0.001;
  for (const ring of ringsOf(geometry)) {
    for (let index = 1; index < ring.length; index += 1) {
      const [[x = NaN, y = NaN], [endX = NaN, endY = NaN]] = [
        ring[index - 1] ?? [],
        ring[index] ?? [],
      ];
      // Between two corners that are absurdly far apart nothing is looked for.
      const steps = Math.min(1000, Math.ceil(Math.hypot(endX - x, endY - y) / step));
      for (let part = 0; part < steps; part += 1)
        yield [x + ((endX - x) * part) / steps, y + ((endY - y) * part) / steps];
    }
  }
}

/** Township polygons carry their county's boundary: its stored corners tell by where they meet it. */
function hitsOfBoundaries(places: readonly MatchedPlace[], counties: CountyAreas): DatumHits {
  const covered = new Set(places.map(({ county }) => county));
  const corners = [...covered].flatMap((code) => {
    const area = counties.get(code);
    return area ? ringsOf(area).flatMap((ring) => ring.slice(1)) : [];
  });
  const known = corners.map(([x = NaN, y = NaN]): LonLat => [x, y]);
  const drawn = places.flatMap(({ geometry }) => [...along(geometry)]);
  return datumHits(known, drawn, cornerReach);
}

/**
 * The datum of places that are matched to units, hence to counties. `declared`: by the file or by the
 * person; `null`: by nobody. Counties in WGS-84.
 */
export function findDatum(
  given: readonly MatchedPlace[],
  counties: CountyAreas,
  declared: DatumName | null,
): DatumAnswer {
  const isSwapped = areSwapped(given, counties);
  const places = isSwapped
    ? given.map(({ geometry, county }) => ({ geometry: toWgs84(geometry, 'wgs84', true), county }))
    : given;
  const weighed = (['wgs84', 'gcj02', 'bd09'] as const).map((datum) =>
    weigh(places, counties, datum),
  );
  const [best, next] = weighed.toSorted((a, b) => a.cost - b.cost);
  const evidence = Object.fromEntries(
    weighed.map(({ datum, evidence }) => [datum, evidence]),
  ) as DatumAnswer['evidence'];
  const common = { isSwapped, evidence, places: places.length };

  const told =
    tellByBoundaries(places, counties) ?? (best && next && tellByPoints(places, best, next));
  if (!told)
    return {
      status: 'unclear',
      datum: declared ?? 'wgs84',
      contradicts: false,
      by: 'points',
      ...common,
    };
  if (declared === null) return { ...told, contradicts: false, ...common };
  const agrees = told.datum === (declared === 'cgcs2000' ? 'wgs84' : declared);
  if (agrees && told.status !== 'unclear')
    return { ...told, datum: declared, contradicts: false, ...common };
  if (told.status === 'sure') return { ...told, status: 'unclear', contradicts: true, ...common };
  // Weak evidence does not outweigh what somebody says who should know, and cannot confirm it either.
  return { status: 'likely', datum: declared, contradicts: false, by: 'declaration', ...common };
}

type Told = Pick<DatumAnswer, 'status' | 'datum' | 'by'>;

function tellByBoundaries(places: readonly MatchedPlace[], counties: CountyAreas): Told | null {
  const polygons = places.filter(({ geometry }) => geometry.type !== 'Point');
  if (polygons.length === 0) return null;
  const datum = datumOf(hitsOfBoundaries(polygons, counties), leastCorners);
  if (datum === undefined || datum === 'wgs84-as-gcj02') return null;
  return { status: 'sure', datum, by: 'boundaries' };
}

function tellByPoints(places: readonly MatchedPlace[], best: Weighed, next: Weighed): Told {
  const lead = next.cost - best.cost;
  const isSure = lead >= margin.sure && countiesSpeaking(places, best, next) >= leastCounties;
  const status = isSure ? 'sure' : lead >= margin.likely ? 'likely' : 'unclear';
  return { status, datum: best.datum, by: 'points' };
}
