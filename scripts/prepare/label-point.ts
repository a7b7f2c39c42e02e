import type { MultiPolygon, Polygon, Position } from 'geojson';
import polylabel from 'polylabel';
import type { LonLat } from '../../src/lib/map/geometry.ts';

const precisionDegrees = 0.0005;
const decimals = 5;

/**
 * The pole of inaccessibility of the largest part (longitude, latitude, 5 decimals, about 1 m).
 * Measured with longitudes shortened by cos(latitude), so that "farthest" means ground distance.
 */
export function labelPoint(geometry: Polygon | MultiPolygon): LonLat {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const latitudes = parts.flat(2).map((position) => position[1] ?? 0);
  const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
  const shortening = Math.cos((middle * Math.PI) / 180);
  const flatten = ([longitude = 0, latitude = 0]: Position): [number, number] => [
    longitude * shortening,
    latitude,
  ];
  const poles = parts.map((part) =>
    polylabel(
      part.map((ring) => ring.map(flatten)),
      precisionDegrees,
    ),
  );
  const best = poles.reduce((a, b) => (b.distance > a.distance ? b : a));
  const round = (value: number): number => Number(value.toFixed(decimals));
  return [round((best[0] ?? 0) / shortening), round(best[1] ?? 0)];
}
