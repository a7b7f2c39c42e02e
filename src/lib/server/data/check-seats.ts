/** County seats against the counties' polygons: tells outlines that were given each other's codes. */
import { booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import { pointer, quote, say, type Finding } from './fault.ts';
import type { Seats } from './geojson-schema.ts';
import type { Outline } from './outlines.ts';

/** Kilometres: the seats are about 1 km good, and some stand at the very edge of their county. */
const tolerance = 2;

/** Findings for the counties' file: each seat lies in the polygon of its own code, or close by. */
export function checkSeats(seats: Seats, counties: readonly Outline[]): readonly Finding[] {
  return seats.features.flatMap(({ properties: { code }, geometry: { coordinates } }) => {
    const index = counties.findIndex(({ properties }) => properties.code === code);
    const county = counties[index];
    if (!county || booleanPointInPolygon(coordinates, county)) return [];
    const distance = pointToPolygonDistance(coordinates, county, { units: 'kilometers' });
    if (distance <= tolerance) return [];
    const other = counties.find((candidate) => booleanPointInPolygon(coordinates, candidate));
    const { name } = county.properties;
    return {
      place: pointer(['features', index, 'geometry']),
      what: say(
        `${name} 驻地 ${quote(coordinates)} 在图形外 ${distance.toFixed(1)} 公里${other ? `，落在 ${other.properties.name} 内` : ''}`,
        `the seat of ${code} at ${quote(coordinates)} lies ${distance.toFixed(1)} km outside${other ? `, in ${other.properties.code}` : ''}`,
      ),
      expected: say('包含本县驻地的图形', 'the polygon that holds its seat'),
    };
  });
}
