/** GeoJSON: sound structures with values put where they do not belong, and files with damaged bytes. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { byteDamage, damaged } from './byte-damage.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { nastyText } from './nasty-text.ts';
import { rarely } from './rarely.ts';
import { jsonPlaces } from './seeds.ts';

const degree = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 115, max: 118, noNaN: true }) },
  { weight: 3, arbitrary: fc.double({ min: 38, max: 41, noNaN: true }) },
  { weight: 1, arbitrary: fc.double() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, 90, 180, 181, -180, 1e308, 5e-324, 480312.5, 4350123.7),
  },
);
const position = fc.array(degree, { minLength: 2, maxLength: 3 });
/** Around a centre, so that some of them are outlines a county could have. */
const ring = fc
  .record({
    x: fc.double({ min: 116.1, max: 117.2, noNaN: true }),
    y: fc.double({ min: 38.5, max: 40, noNaN: true }),
    steps: fc.array(
      fc.tuple(
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      ),
      { minLength: 2, maxLength: 9 },
    ),
    isClosed: fc.boolean(),
  })
  .map(({ x, y, steps, isClosed }) => {
    const positions = steps.map(([dx, dy]) => [x + dx, y + dy]);
    return isClosed ? [...positions, positions[0]] : positions;
  });
const geometry = fc.oneof(
  fc.record({ type: fc.constant('Point'), coordinates: position }),
  fc.record({ type: fc.constant('MultiPoint'), coordinates: fc.array(position, { maxLength: 2 }) }),
  fc.record({ type: fc.constant('Polygon'), coordinates: fc.array(ring, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('MultiPolygon'),
    coordinates: fc.array(fc.array(ring, { maxLength: 2 }), { maxLength: 3 }),
  }),
);
const code = fc.constantFrom('131002104201', '131002104', '131028100', '131003999001', '131071001');
const feature = fc.record({
  type: fc.constant('Feature'),
  properties: fc.record({ code, name: nastyText }),
  geometry,
});
const crs = fc.constantFrom(
  ...[
    'urn:ogc:def:crs:EPSG::4490',
    'EPSG:3857',
    'EPSG:4549',
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'EPSG:32650',
    'EPSG:4502',
    'EPSG:99999',
    'x',
  ],
);
const sound = fc.record(
  {
    type: fc.constant('FeatureCollection'),
    crs: crs.map((name) => ({ type: 'name', properties: { name } })),
    features: fc.array(feature, { minLength: 1, maxLength: 5 }),
  },
  { requiredKeys: ['type', 'features'] },
);

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    '',
    '116.7',
    0,
    -0,
    1e308,
    [],
    {},
    [[]],
    [[[[]]]],
    ['116.7', '39.2'],
    [null, null],
  ),
  fc.constantFrom(
    'Point',
    'Feature',
    'FeatureCollection',
    'GeometryCollection',
    'Topology',
    'toString',
  ),
  nastyText,
  degree,
  geometry,
  feature,
  fc.nat(300).map((depth) => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1)),
);
const change = fc.record({
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  how: fc.constantFrom('replace', 'delete', 'repeat', 'add'),
  key: fc.oneof(
    fc.constantFrom('bbox', 'id', 'geometries', 'type', 'geometry', 'properties', 'coordinates'),
    nastyText,
  ),
  value: odd,
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

/** Goes down by the numbers as far as there is something below, and changes what it stands on. */
function changed(value: unknown, { path, ...rest }: Change): unknown {
  const [step, ...below] = path;
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null || step === undefined) return rest.value;
  const entries: [string, unknown][] = Object.entries(value);
  if (rest.how === 'add' && below.length === 0) entries.push([rest.key, rest.value]);
  const at = step % Math.max(1, entries.length);
  const own = entries[at];
  if (own) {
    if (below.length > 0) entries[at] = [own[0], changed(own[1], { path: below, ...rest })];
    else if (rest.how === 'delete') entries.splice(at, 1);
    else if (rest.how === 'repeat') entries.splice(at, 0, own);
    else if (rest.how === 'replace') entries[at] = [own[0], rest.value];
  }
  return isList ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}

const generated = fc
  .record({
    document: sound,
    changes: fc.array(change, { maxLength: 3 }),
    encoding: fc.oneof(
      { weight: 9, arbitrary: fc.constant('utf8') },
      { weight: 2, arbitrary: fc.constantFrom('gb18030', 'utf-16le', 'utf-16be') },
    ),
    hasMark: fc.boolean(),
    damage: rarely(byteDamage, 6),
    raw: rarely(
      fc.constantFrom(
        'NaN',
        '-Infinity',
        '1e999',
        '00',
        '+1',
        '.5',
        '[',
        '{"a":1,"a":2}',
        '"\\ud800"',
        '//',
      ),
      9,
    ),
  })
  .map(({ document, changes, encoding, hasMark, damage, raw }): FuzzCase => ({
    recipe: { document, changes, encoding, hasMark, damage, raw },
    make: () => {
      const text = JSON.stringify(changes.reduce<unknown>(changed, document)) ?? 'null';
      const said = raw === null ? text : text.replace(/\d+\.\d+/, raw);
      const bytes = iconv.encode(said, encoding, { addBOM: hasMark });
      return [{ name: 'places.geojson', bytes: damage ? damaged(bytes, damage) : bytes }];
    },
  }));

const mutated = fc
  .record({ seed: jsonPlaces, damage: byteDamage })
  .map(({ seed, damage }): FuzzCase => ({
    recipe: { seed: seed.name, damage },
    make: () => [{ name: seed.name, bytes: damaged(seed.bytes, damage) }],
  }));

export const jsonPlacesCase: fc.Arbitrary<FuzzCase> = fc.oneof(
  { weight: 5, arbitrary: generated },
  { weight: 1, arbitrary: mutated },
);
