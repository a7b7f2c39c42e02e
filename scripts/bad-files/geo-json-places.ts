/** GeoJSON that can be read, and whose features or their places are at fault. */
import type { FeatureFaultCode } from '../../src/lib/domain/geodata.ts';
import type { BadGeoFile } from './geo-file.ts';
import {
  at,
  feature,
  file,
  point,
  polygon,
  reads,
  square,
  township,
  village,
} from './geo-json-parts.ts';
import { collection, outlines, placesInside, swap, toBd09, toGcj02 } from './geo-places.ts';

function faulty(
  name: string,
  code: FeatureFaultCode,
  geometry: unknown,
  properties = village,
): BadGeoFile {
  return reads(name, { rows: 1, faults: [[1, code]] }, () => file(feature(geometry, properties)));
}

const faultyFeatures: readonly BadGeoFile[] = [
  reads('beyond-numbers.geojson', { rows: 1, faults: [[1, 'not-finite']] }, () =>
    at('[1e999,39.285]'),
  ),
  reads('null-coordinate.geojson', { rows: 1, faults: [[1, 'not-finite']] }, () =>
    at('[null,39.285]'),
  ),
  reads(
    'features-of-anything.geojson',
    { rows: 4, faults: [1, 2, 3, 4].map((row) => [row, 'not-geojson'] as const) },
    () => file('虚构村', 7, null, { type: 'Point', coordinates: [116, 39] }),
  ),
  faulty('coordinates-as-text.geojson', 'not-geojson', {
    type: 'Point',
    coordinates: ['116.772', '39.285'],
  }),
  faulty('coordinates-as-object.geojson', 'not-geojson', {
    type: 'Point',
    coordinates: { lng: 116.772, lat: 39.285 },
  }),
  faulty('one-coordinate.geojson', 'not-finite', { type: 'Point', coordinates: [116.772] }),
  faulty('unknown-type.geojson', 'not-geojson', { type: 'Circle', coordinates: [116.772, 39.285] }),
  faulty('no-geometry.geojson', 'no-geometry', null),
  faulty('empty-point.geojson', 'empty-geometry', { type: 'Point', coordinates: [] }),
  faulty('empty-polygon.geojson', 'empty-geometry', { type: 'Polygon', coordinates: [[]] }),
  faulty('geometry-collection.geojson', 'wrong-type', {
    type: 'GeometryCollection',
    geometries: [point],
  }),
  faulty('line.geojson', 'wrong-type', {
    type: 'LineString',
    coordinates: square(116.7, 39.2, 0.1),
  }),
  faulty('unclosed-ring.geojson', 'ring-open', {
    type: 'Polygon',
    coordinates: [square(116.7, 39.2, 0.1).slice(0, 4)],
  }),
  faulty('short-ring.geojson', 'ring-short', {
    type: 'Polygon',
    coordinates: [
      [
        [116.7, 39.2],
        [116.8, 39.2],
        [116.7, 39.2],
      ],
    ],
  }),
  reads(
    'across-the-antimeridian.geojson',
    { rows: 2, faults: [[2, 'out-of-range']], placeFaults: [[1, 'outside-prefecture']] },
    () => file(polygon(square(179.9, 39, 0.05)), polygon(square(179.9, 39, 0.3))),
  ),
];

const doubtfulPlaces: readonly BadGeoFile[] = [
  reads('self-crossing.geojson', { rows: 1, placeFaults: [[1, 'ring']] }, () =>
    file(
      polygon([
        [116.7, 39.2],
        [116.8, 39.3],
        [116.8, 39.2],
        [116.7, 39.31],
        [116.7, 39.2],
      ]),
    ),
  ),
  reads('hole-outside.geojson', { rows: 1, placeFaults: [[1, 'ring']] }, () =>
    file(polygon(square(116.7, 39.2, 0.02), square(116.75, 39.25, 0.01).toReversed())),
  ),
  reads('village-polygon.geojson', { rows: 1, placeFaults: [[1, 'village-polygon']] }, () =>
    file(feature({ type: 'Polygon', coordinates: [square(116.7, 39.2, 0.01)] })),
  ),
  reads('whole-degrees.geojson', { rows: 1, placeFaults: [[1, 'low-precision']] }, () =>
    at('[116.7,39.4]'),
  ),
  reads(
    'zero-zero.geojson',
    {
      rows: 1,
      placeFaults: [
        [1, 'outside-prefecture'],
        [1, 'low-precision'],
      ],
    },
    () => at('[0,0]'),
  ),
  reads('another-county.geojson', { rows: 1, placeFaults: [[1, 'outside-county']] }, () =>
    at('[117.015,39.921]'),
  ),
  reads(
    'one-position-for-two.geojson',
    {
      rows: 2,
      placeFaults: [
        [1, 'same-position'],
        [2, 'same-position'],
      ],
    },
    () => file(feature(point), feature(point, { code: '131002999002', name: '虚构二村' })),
  ),
  reads(
    'overlapping-townships.geojson',
    {
      rows: 2,
      placeFaults: [
        [1, 'overlaps'],
        [2, 'overlaps'],
      ],
    },
    () =>
      file(
        polygon(square(116.72, 39.25, 0.02)),
        feature(
          { type: 'Polygon', coordinates: [square(116.73, 39.26, 0.02)] },
          { ...township, code: '131002998' },
        ),
      ),
  ),
];

const shifted: readonly BadGeoFile[] = [
  reads('swapped-axes.geojson', { rows: 50, datum: { isSwapped: true } }, () =>
    collection(placesInside(5, 1), swap),
  ),
  reads(
    'gcj02-villages.geojson',
    { rows: 250, datum: { status: 'likely', datum: 'gcj02', by: 'points' } },
    () => collection(placesInside(25, 2), toGcj02),
  ),
  reads(
    'bd09-villages.geojson',
    { rows: 250, datum: { status: 'sure', datum: 'bd09', by: 'points' } },
    () => collection(placesInside(25, 3), toBd09),
  ),
  reads('gcj02-few.geojson', { rows: 10, datum: { status: 'unclear' } }, () =>
    collection(placesInside(1, 5), toGcj02),
  ),
  reads(
    'gcj02-outlines.geojson',
    { rows: 10, datum: { status: 'sure', datum: 'gcj02', by: 'boundaries' } },
    () => outlines(toGcj02),
  ),
];

export const badGeojsonPlaces: readonly BadGeoFile[] = [
  ...faultyFeatures,
  ...doubtfulPlaces,
  ...shifted,
];
