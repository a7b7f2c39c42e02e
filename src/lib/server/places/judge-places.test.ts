import { join } from 'node:path';
import { bbox } from '@turf/turf';
import gcoord from 'gcoord';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { PlaceRow } from '../../domain/place-import.ts';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import type { ProposedPlace } from '../../domain/submission.ts';
import { countyAreas } from '../data/county-areas.ts';
import { extentOf } from '../data/extent.ts';
import { metresOutside } from '../geodata/metres.ts';
import { readDataDirectory } from '../data/read-data-directory.ts';
import { judgePlaces } from './judge-places.ts';
import { placeLists, type JudgedPlaces, type PlacesTask } from './place-judgement.ts';

const read = readDataDirectory(join(import.meta.dirname, '../../../../data'));
if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
const { data, geometry } = read.site;
const facts = {
  divisions: data.divisions,
  counties: countyAreas(geometry),
  extent: extentOf(geometry),
};

const county = '131082';
const inside = geometry.counties.features.find(({ properties }) => properties.code === county)
  ?.properties.label ?? [NaN, NaN];
const villages = data.divisions.filter(
  ({ level, code, kind }) => level === 'village' && code.startsWith(county) && kind === '村',
);
const [first, second] = villages;
if (!first || !second) throw new Error('三河 has no villages');
const townshipOf = (code: string) =>
  data.divisions.find((division) => division.code === code.slice(0, 9))?.name ?? '';

/** A made-up position, so many thousandths of a degree east of the middle of the county. */
const made = (thousandths: number): [number, number] => [
  Number((inside[0] + thousandths / 1000).toFixed(6)),
  Number(inside[1].toFixed(6)),
];

async function judged(
  text: string | Uint8Array,
  rest: Partial<PlacesTask> = {},
): Promise<JudgedPlaces> {
  const outcome = await judgePlaces({
    ...facts,
    known: [],
    division: county,
    level: 'village',
    name: '虚构位置.csv',
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    choices: { rows: {}, declared: 'wgs84', decided: null },
    ...rest,
  });
  if (outcome.status === 'refused') throw new Error(outcome.reason);
  return outcome;
}

const decode = <Item>(bytes: Uint8Array): readonly Item[] =>
  JSON.parse(new TextDecoder().decode(bytes)) as readonly Item[];
const rowsOf = ({ rows }: JudgedPlaces): readonly PlaceRow[] =>
  placeLists.flatMap((list) => rows[list].pages.flatMap((page) => decode<PlaceRow>(page)));
const placesOf = ({ places }: JudgedPlaces) => decode<ProposedPlace>(places);
const codesOf = (row: PlaceRow | undefined) =>
  row?.notes.map((note) => (note.of === 'row' ? note.fault.code : note.code)) ?? [];

const point = (coordinates: readonly number[]): PlaceGeometry => ({
  type: 'Point',
  coordinates: [...coordinates],
});
const geojson = (properties: object, geometryOf: object): string =>
  JSON.stringify({ type: 'Feature', properties, geometry: geometryOf });

describe('A table of positions', () => {
  it('is read by names and by codes, in degrees and in degrees, minutes and seconds', async () => {
    const [x, y] = made(0);
    const minutes = (value: number): string => {
      const whole = Math.floor(value);
      const rest = (value - whole) * 60;
      return `${whole}°${Math.floor(rest)}′${((rest % 1) * 60).toFixed(4)}″`;
    };
    const csv = [
      '乡镇,村名,代码,经度,纬度',
      `${townshipOf(first.code)},${first.name},,${x},${y}`,
      `,,${second.code},${minutes(made(9)[0])},${minutes(made(9)[1])}`,
    ].join('\n');
    const outcome = await judged(csv);
    expect(outcome.counts).toMatchObject({ new: 2, doubt: 0, wrong: 0 });
    const [one, other] = placesOf(outcome);
    expect(one).toEqual({ division: first.code, geometry: point([x, y]) });
    expect(other?.division).toBe(second.code);
    const [u = NaN, v = NaN] = (other?.geometry?.coordinates ?? []) as Position;
    expect([u, v]).toEqual([expect.closeTo(made(9)[0], 6), expect.closeTo(made(9)[1], 6)]);
  });

  it('with latitude first is put right, whichever column is which', async () => {
    const csv = `代码,坐标\n${first.code},"${made(0).toReversed().join(',')}"`;
    const outcome = await judged(csv);
    expect(outcome.datum.isSwapped).toBe(true);
    expect(placesOf(outcome)).toEqual([{ division: first.code, geometry: point(made(0)) }]);
  });

  it('tells in each row what is wrong with it', async () => {
    const [x, y] = made(0);
    const csv = [
      '代码,经度,纬度',
      `${first.code},没有,${y}`,
      `${second.code},,${y}`,
      `${villages[2]?.code},4418000.5,39500123.2`,
      `${villages[3]?.code},${x},${y}`,
      `${villages[3]?.code},${made(3)[0]},${y}`,
      `${villages[4]?.code},${x},${y}`,
      `${villages[5]?.code},${made(9)[0].toFixed(1)},${y.toFixed(1)}`,
      `${villages[6]?.code},12.3456,41.9`,
      `${villages[7]?.code},${y},${x}`,
    ].join('\n');
    const byNumber = new Map(rowsOf(await judged(csv)).map((row) => [row.number, row]));
    const told = [...Array(9).keys()].map((at) => {
      const row = byNumber.get(at + 2);
      return [row?.verdict, ...codesOf(row)];
    });
    expect(told).toEqual([
      ['wrong', 'unreadable'],
      ['wrong', 'no-geometry'],
      ['wrong', 'out-of-range'],
      ['doubt', 'same-position'],
      ['wrong', 'twice'],
      ['doubt', 'same-position'],
      expect.arrayContaining(['low-precision']),
      ['wrong', 'far-away'],
      ['wrong', 'axes-swapped'],
    ]);
  });

  it('without coordinates, or without names, is refused with what was looked at', async () => {
    const ask = (text: string) =>
      judgePlaces({
        ...facts,
        known: [],
        division: county,
        level: 'village',
        name: '虚构位置.csv',
        bytes: new TextEncoder().encode(text),
        choices: { rows: {}, declared: null, decided: null },
      });
    expect(await ask('村名,面积\n大王庄,3')).toMatchObject({ reason: 'no-coordinates' });
    expect(await ask('经度,纬度\n116,39')).toMatchObject({ reason: 'no-header' });
    expect(await ask(geojson({ FID: 3, area: 2 }, point(made(0))))).toMatchObject({
      reason: 'no-names',
      values: { columns: 'FID、area' },
    });
  });
});

describe('A position against the one on record', () => {
  const known = [[first.code, point(made(0))]] as const;
  const feature = (geometryOf: object) => geojson({ code: first.code }, geometryOf);

  it('is the same, moved by so much, or new', async () => {
    const same = await judged(feature(point(made(0))), { known });
    expect(same.counts).toMatchObject({ same: 1 });
    expect(placesOf(same)).toEqual([]);
    const moved = await judged(feature(point(made(1))), { known });
    expect(moved.counts).toMatchObject({ moved: 1 });
    expect(rowsOf(moved)[0]?.notes).toEqual([
      { of: 'import', code: 'moved', values: { metres: '85' } },
    ]);
    expect((await judged(feature(point(made(1))))).counts).toMatchObject({ new: 1 });
  });

  it('is not asked about twice: what was accepted once is on record', async () => {
    const elsewhere = point([116.4, 39.1]);
    const outcome = await judged(feature(elsewhere), { known: [[first.code, elsewhere]] });
    expect(outcome.counts).toMatchObject({ same: 1, doubt: 0 });
  });

  it('gives up an outline only if somebody says so', async () => {
    const township = first.code.slice(0, 9);
    const [x, y] = made(0);
    const outline: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 0.01, y],
          [x + 0.01, y + 0.01],
          [x, y],
        ],
      ],
    };
    const given = {
      known: [[township, outline]] as const,
      level: 'township' as const,
    };
    const text = geojson({ code: township }, point(made(2)));
    const asked = await judged(text, given);
    expect(asked.counts).toMatchObject({ doubt: 1 });
    expect(codesOf(rowsOf(asked)[0])).toEqual(['point-for-outline']);
    const choices = { rows: { '!1': '!' }, declared: 'wgs84', decided: null } as const;
    expect((await judged(text, { ...given, choices })).counts).toMatchObject({ moved: 1 });
    const rows = { '!1': '' };
    expect((await judged(text, { ...given, choices: { ...choices, rows } })).counts).toMatchObject({
      'left-out': 1,
    });
  });
});

describe('The choices of a form', () => {
  it.each(['__proto__', '131082', '', '!', '999999999999', 'constructor!'])(
    '%s for a row is no way past the checks',
    async (choice) => {
      const text = geojson({ 村庄名称: '没有的村' }, point(made(0)));
      const rows = Object.fromEntries([['!1', choice]]);
      const choices = { rows, declared: 'wgs84', decided: null } as const;
      expect(placesOf(await judged(text, { choices }))).toEqual([]);
    },
  );
});

describe('The datum of a whole prefecture’s positions', () => {
  /** Every village at a made-up point of a grid over its county, in GCJ-02. */
  const villagesOfAll = [...facts.counties].flatMap(([code, area]) => {
    const [west, south, east, north] = bbox(area);
    const points: [number, number][] = [];
    for (let x = west; x < east; x += 0.02) {
      for (let y = south; y < north; y += 0.02) {
        if (metresOutside([x, y], area) === 0) points.push([x, y]);
      }
    }
    const own = data.divisions.filter(
      (unit) => unit.level === 'village' && unit.code.startsWith(code),
    );
    return own.slice(0, points.length).map((unit, index) => ({
      type: 'Feature',
      properties: { code: unit.code },
      geometry: point(gcoord.transform(points[index] ?? [0, 0], gcoord.WGS84, gcoord.GCJ02)),
    }));
  });
  const text = JSON.stringify({ type: 'FeatureCollection', features: villagesOfAll });
  const choices = { rows: {}, declared: null, decided: null } as const;
  const given = { division: '131000' };

  it('is found out where nobody knows it', async () => {
    const outcome = await judged(text, { ...given, choices });
    expect(outcome.datum).toMatchObject({ status: 'sure', datum: 'gcj02' });
    expect(outcome).toMatchObject({ isDatumAsked: false, counts: { wrong: 0 } });
  });

  it('is asked about where another was declared, and settled by a decision', async () => {
    const declared = { ...choices, declared: 'wgs84' } as const;
    const asked = await judged(text, { ...given, choices: declared });
    expect(asked.datum).toMatchObject({ contradicts: true, datum: 'gcj02' });
    expect(asked.isDatumAsked).toBe(true);
    const decided = { ...declared, decided: 'wgs84' } as const;
    const settled = await judged(text, { ...given, choices: decided });
    expect(settled.datum.datum).toBe('wgs84');
    expect(settled.isDatumAsked).toBe(false);
  });
});
