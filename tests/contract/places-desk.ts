/** A desk that imports made-up positions of villages of 三河, step by step. */
import type { Actor } from '../../src/lib/domain/permission.ts';
import type { PlaceRow } from '../../src/lib/domain/place-import.ts';
import type { Place } from '../../src/lib/domain/status.ts';
import { countyAreas } from '../../src/lib/server/data/county-areas.ts';
import { realData } from '../../src/lib/server/data/data-copy.ts';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';
import type { Database } from '../../src/lib/server/db/database.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import type { Confirmation } from '../../src/lib/server/places/place-imports.ts';
import type {
  JudgedPlaces,
  PlaceList,
  SentPlaces,
} from '../../src/lib/server/places/place-judgement.ts';
import type { By } from '../../src/lib/server/submissions/submissions.ts';
import { madeUpPlaces } from '../office/made-up-places.ts';
import { approved, by, done, openDesk, people, type Desk } from './submissions-desk.ts';

const read = readDataDirectory(realData);
if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
const { data } = read.site;
export const { geometry } = read.site;
const areas = countyAreas(geometry);
export const county = '131082';
const area = areas.get(county);
if (!area) throw new Error('三河 has no outline');
export const places = madeUpPlaces(data.divisions, county, area, 12);

export const source = { title: '测试用的虚构位置', publisher: '测试机关' };
export const sent = (bytes: Uint8Array, rest: Partial<SentPlaces> = {}): SentPlaces => ({
  ...{ division: county, level: 'village', name: '虚构位置.geojson', bytes },
  ...rest,
});

/** The rows of one of the lists a file was sorted into, of all its pages. */
export const rowsOf = ({ rows }: JudgedPlaces, list: PlaceList): readonly PlaceRow[] =>
  rows[list].pages.flatMap(
    (page) => JSON.parse(new TextDecoder().decode(page)) as readonly PlaceRow[],
  );

export interface PlacesDesk {
  readonly desk: Desk;
  /** Sends a file in; answers its id. */
  kept(
    given: SentPlaces,
    declared?: Parameters<Desk['placeImports']['keep']>[2],
    who?: By,
  ): Promise<string>;
  judged(id: string, actor?: Actor): Promise<JudgedPlaces>;
  /** Confirms it as it is judged now; answers the report it became. */
  confirmed(id: string, given?: Partial<Confirmation>, who?: By): Promise<string>;
  /** The city approves the report. */
  approve(id: string): Promise<void>;
  /** The positions on record. */
  recorded(): Promise<readonly Place[]>;
}

export async function openPlacesDesk(database: Database): Promise<PlacesDesk> {
  const desk = await openDesk(database);

  async function kept(
    given: SentPlaces,
    declared: Parameters<Desk['placeImports']['keep']>[2] = 'wgs84',
    who = by(people.clerk),
  ): Promise<string> {
    const result = await desk.placeImports.keep(who, given, declared);
    if (result.status !== 'done') throw new Error(JSON.stringify(result));
    return result.id;
  }

  async function judged(id: string, actor: Actor = people.clerk): Promise<JudgedPlaces> {
    const file = await desk.placeImports.find(actor, id);
    if (!file) throw new Error('There is no such file.');
    const outcome = await desk.placeImports.judge(file);
    if (outcome.status === 'refused') throw new Error(outcome.reason);
    return outcome;
  }

  async function confirmed(
    id: string,
    given: Partial<Confirmation> = {},
    who = by(people.clerk),
  ): Promise<string> {
    const { fingerprint } = await judged(id);
    const whole = { fingerprint, isWithout: false, source, ...given };
    const result = await desk.placeImports.confirm(who, id, whole);
    if (result.status !== 'done') throw new Error(JSON.stringify(result));
    return result.submission;
  }

  async function approve(id: string): Promise<void> {
    const submission = await desk.submissions.find(people.approver, id);
    if (!submission) throw new Error('There is no such submission.');
    done(await approved(desk, submission));
  }

  const recorded = async () => (await readFacts(desk.database.read)).places;
  return { desk, kept, judged, confirmed, approve, recorded };
}
