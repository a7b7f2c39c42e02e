/** For tests: files of made-up positions in 三河, judged with the divisions and outlines of the repository. */
import { join } from 'node:path';
import type { PlaceRow } from '../../domain/place-import.ts';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import type { ProposedPlace } from '../../domain/submission.ts';
import { countyAreas } from '../data/county-areas.ts';
import { extentOf } from '../data/extent.ts';
import { readDataDirectory } from '../data/read-data-directory.ts';
import { fromJsonBytes } from '../kept-files/row-pages.ts';
import { judgePlaces } from './judge-places.ts';
import { placeLists, type JudgedPlaces, type PlacesTask } from './place-judgement.ts';

const read = readDataDirectory(join(import.meta.dirname, '../../../../data'));
if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
const { geometry } = read.site;
export const { data } = read.site;
export const facts = {
  divisions: data.divisions,
  counties: countyAreas(geometry),
  extent: extentOf(geometry),
};

export const county = '131082';
const inside = geometry.counties.features.find(({ properties }) => properties.code === county)
  ?.properties.label ?? [NaN, NaN];
export const villages = data.divisions.filter(
  ({ level, code, kind }) => level === 'village' && code.startsWith(county) && kind === '村',
);
const [one, other] = villages;
if (!one || !other) throw new Error('三河 has no villages');
/** The first two villages of the county. */
export const [first, second] = [one, other];
export const townshipOf = (code: string) =>
  data.divisions.find((division) => division.code === code.slice(0, 9))?.name ?? '';

/** A made-up position, so many thousandths of a degree east of the middle of the county. */
export const made = (thousandths: number): [number, number] => [
  Number((inside[0] + thousandths / 1000).toFixed(6)),
  Number(inside[1].toFixed(6)),
];

export async function judged(
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

export const rowsOf = ({ rows }: JudgedPlaces): readonly PlaceRow[] =>
  placeLists.flatMap((list) => rows[list].pages.flatMap((page) => fromJsonBytes<PlaceRow>(page)));
export const placesOf = ({ places }: JudgedPlaces) => fromJsonBytes<ProposedPlace>(places);
export const codesOf = (row: PlaceRow | undefined) =>
  row?.notes.map((note) => (note.of === 'row' ? note.fault.code : note.code)) ?? [];

export const point = (coordinates: readonly number[]): PlaceGeometry => ({
  type: 'Point',
  coordinates: [...coordinates],
});
export const geojson = (properties: object, geometryOf: object): string =>
  JSON.stringify({ type: 'Feature', properties, geometry: geometryOf });
