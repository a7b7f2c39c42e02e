/** Which counties share a border. */
import type { CountyCollection } from '../map/geometry.ts';

/** The codes of the counties that share at least one stretch of border with this one, in order. */
export function neighboursOf(counties: CountyCollection, code: string): readonly string[] {
  const own = counties.features.find(({ properties }) => properties.code === code);
  if (!own) return [];
  const border = new Set(segments(own.geometry));
  return counties.features
    .filter(
      ({ properties, geometry }) =>
        properties.code !== code && segments(geometry).some((segment) => border.has(segment)),
    )
    .map(({ properties }) => properties.code)
    .sort();
}

type Area = CountyCollection['features'][number]['geometry'];

/** Every stretch between two vertices, written the same in both directions. */
function segments(geometry: Area): string[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons
    .flat()
    .flatMap((ring) =>
      ring.slice(1).map((to, index) => [ring[index]?.join(), to.join()].sort().join(' ')),
    );
}
