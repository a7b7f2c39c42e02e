import type { Polygon } from 'geojson';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlaceRow } from '../../src/lib/domain/place-import.ts';
import { realData } from '../../src/lib/server/data/data-copy.ts';
import { countyAreas } from '../../src/lib/server/data/county-areas.ts';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import type { Confirmation } from '../../src/lib/server/places/place-imports.ts';
import type {
  JudgedPlaces,
  PlaceList,
  SentPlaces,
} from '../../src/lib/server/places/place-judgement.ts';
import {
  asGeojson,
  asShapefile,
  madeUpPlaces,
  metresApart,
  toGcj02,
} from '../office/made-up-places.ts';
import { databases } from './databases.ts';
import { approved, by, done, openDesk, people, type Desk } from './submissions-desk.ts';

const read = readDataDirectory(realData);
if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
const { geometry, data } = read.site;
const areas = countyAreas(geometry);
const county = '131082';
const area = areas.get(county);
if (!area) throw new Error('三河 has no outline');
const places = madeUpPlaces(data.divisions, county, area, 12);

const source = { title: '测试用的虚构位置', publisher: '测试机关' };
const sent = (bytes: Uint8Array, rest: Partial<SentPlaces> = {}): SentPlaces => ({
  ...{ division: county, level: 'village', name: '虚构位置.geojson', bytes },
  ...rest,
});

describe.each(databases)('positions on $name', ({ open }) => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(await open());
  });

  async function kept(
    given: SentPlaces,
    declared: Parameters<Desk['placeImports']['keep']>[2] = 'wgs84',
    who = by(people.clerk),
  ): Promise<string> {
    const result = await desk.placeImports.keep(who, given, declared);
    if (result.status !== 'done') throw new Error(JSON.stringify(result));
    return result.id;
  }

  async function judged(id: string, actor = people.clerk): Promise<JudgedPlaces> {
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
  const rowsOf = ({ rows }: JudgedPlaces, list: PlaceList): readonly PlaceRow[] =>
    rows[list].pages.flatMap(
      (page) => JSON.parse(new TextDecoder().decode(page)) as readonly PlaceRow[],
    );

  it('go from the file to the facts in one report, and the same file again changes nothing', async () => {
    const id = await kept(sent(asGeojson(places)));
    const first = await judged(id);
    expect(first.counts).toEqual({ new: 12, moved: 0, doubt: 0, wrong: 0, same: 0, 'left-out': 0 });
    expect(await desk.submissions.list(people.cityBoth, {})).toEqual([]);

    const submission = await confirmed(id);
    const waiting = await desk.submissions.find(people.approver, submission);
    expect(waiting).toMatchObject({ state: 'submitted', proposal: { source } });
    if (!waiting) return;
    expect(desk.submissions.effect(waiting).places?.counts).toMatchObject({ new: 12, moved: 0 });
    expect(await recorded()).toEqual([]);
    await approve(submission);
    const facts = await recorded();
    expect(facts.map(({ division }) => division)).toEqual(places.map(({ unit }) => unit.code));
    expect(places.map((place) => metresApart(place, facts))).toEqual(places.map(() => 0));
    expect(new Set(facts.map(({ source: of }) => of))).toEqual(new Set([`S-${submission}`]));

    const again = await kept(sent(asGeojson(places)));
    const second = await judged(again);
    expect(second.counts).toMatchObject({ new: 0, moved: 0, same: 12 });
    const { fingerprint } = second;
    expect(
      await desk.placeImports.confirm(by(people.clerk), again, {
        ...{ fingerprint, isWithout: false, source },
      }),
    ).toEqual({ status: 'nothing' });
    // A second press of the button finds the report that the first one made.
    expect(await confirmed(id)).toBe(submission);
  });

  it('in GCJ-02 with a .prj that says CGCS2000 are recorded where they are once somebody says so', async () => {
    const bytes = asShapefile(places, toGcj02);
    const id = await kept(sent(bytes, { name: '虚构位置.zip' }), 'gcj02');
    const { datum, isDatumAsked } = await judged(id);
    expect({ isDatumAsked, datum: datum.datum }).toEqual({ isDatumAsked: false, datum: 'gcj02' });
    await approve(await confirmed(id));
    const facts = await recorded();
    expect(Math.max(...places.map((place) => metresApart(place, facts)))).toBeLessThan(1);
  });

  it('in a datum nobody names wait until somebody decides', async () => {
    const id = await kept(sent(asGeojson(places, toGcj02)), null);
    const asked = await judged(id);
    expect(asked.isDatumAsked).toBe(true);
    const { fingerprint } = asked;
    const whole = { fingerprint, isWithout: false, source };
    expect(await desk.placeImports.confirm(by(people.clerk), id, whole)).toEqual({
      status: 'datum-asked',
    });
    await desk.placeImports.choose(by(people.clerk), id, { rows: {}, decided: 'gcj02' });
    expect(await desk.placeImports.confirm(by(people.clerk), id, whole)).toEqual({
      status: 'changed',
    });
    await approve(await confirmed(id));
    const facts = await recorded();
    expect(Math.max(...places.map((place) => metresApart(place, facts)))).toBeLessThan(1);
  });

  it('outside their county are in doubt until somebody says that they are right', async () => {
    const [first, ...others] = places;
    if (!first) throw new Error('no places');
    const { unit } = first;
    const neighbour = geometry.counties.features.find(
      ({ properties }) => properties.code === '131081',
    );
    if (!neighbour) throw new Error('霸州 has no outline');
    const strange = { ...first, position: neighbour.properties.label };
    const id = await kept(sent(asGeojson([strange, ...others])));
    const before = await judged(id);
    expect(before.counts).toMatchObject({ new: 11, doubt: 1 });
    const [row] = rowsOf(before, 'mend');
    expect(row).toMatchObject({ unit: unit.code, isAcceptable: true });
    expect(row?.notes).toContainEqual(
      expect.objectContaining({
        code: 'outside-county',
        values: expect.objectContaining({ county, inside: '131081' }),
      }),
    );
    const { fingerprint } = before;
    const whole = { fingerprint, isWithout: false, source };
    expect(await desk.placeImports.confirm(by(people.clerk), id, whole)).toEqual({
      status: 'unsettled',
    });
    await desk.placeImports.choose(by(people.clerk), id, { rows: { [row?.key ?? '']: '!' } });
    expect((await judged(id)).counts).toMatchObject({ new: 12, doubt: 0 });
    await approve(await confirmed(id));
    expect(await recorded()).toHaveLength(12);
  });

  it('of outlines are held against the points that come later', async () => {
    const [place] = places;
    if (!place) throw new Error('no places');
    const { township, unit } = place;
    const [x, y] = place.position;
    const around = (size: number, east: number): Polygon => ({
      type: 'Polygon',
      coordinates: [
        [
          [x + east, y],
          [x + east + size, y],
          [x + east + size, y + size],
          [x + east, y + size],
          [x + east, y],
        ],
      ],
    });
    const outline = {
      type: 'Feature',
      properties: { 名称: township.name },
      geometry: around(0.01, 0.005),
    };
    const bytes = new TextEncoder().encode(JSON.stringify(outline));
    const drawn = await kept(sent(bytes, { level: 'township' }));
    expect((await judged(drawn)).counts).toMatchObject({ new: 1, wrong: 0, doubt: 0 });
    await approve(await confirmed(drawn));

    const id = await kept(sent(asGeojson([place])));
    const [row] = rowsOf(await judged(id), 'mend');
    expect(row?.unit).toBe(unit.code);
    expect(row?.notes).toContainEqual(
      expect.objectContaining({
        code: 'outside-township',
        values: expect.objectContaining({ township: township.code }),
      }),
    );
  });

  it('are taken back by a report of their own', async () => {
    await approve(await confirmed(await kept(sent(asGeojson(places)))));
    const units = places.slice(0, 2).map(({ unit }) => unit.code);
    const given = { source: { title: '测试用的更正', publisher: '测试机关' } };
    const back = done(
      await desk.placeImports.takeBack(by(people.clerk), county, units, given, 'k-1'),
    );
    expect(back.state).toBe('submitted');
    expect(desk.submissions.effect(back).places?.counts).toMatchObject({ removed: 2 });
    const again = await desk.placeImports.takeBack(by(people.clerk), county, units, given, 'k-1');
    expect(done(again).id).toBe(back.id);
    await approve(back.id);
    expect((await recorded()).filter(({ geometry: of }) => of === null)).toHaveLength(2);
    // What was taken back is new again.
    const id = await kept(sent(asGeojson(places)));
    expect((await judged(id)).counts).toMatchObject({ new: 2, same: 10 });
  });

  it('are a county’s own to give, and no one else’s to see', async () => {
    const refused = await desk.placeImports.keep(
      by(people.neighbour),
      sent(asGeojson(places)),
      'wgs84',
    );
    expect(refused.status).toBe('not-allowed');
    const foreign = sent(asGeojson(places), { division: '131081' });
    const id = await kept(foreign, 'wgs84', by(people.neighbour));
    const outcome = await judged(id, people.neighbour);
    expect(outcome.placeCount).toBe(0);
    const keys = rowsOf(outcome, 'mend').map(({ key }) => key);
    const codes = places.map(({ unit }) => unit.code);
    const rows = Object.fromEntries(keys.map((key, index) => [key, `${codes[index]}!`]));
    await desk.placeImports.choose(by(people.neighbour), id, { rows });
    const chosen = await judged(id, people.neighbour);
    expect(chosen.counts).toMatchObject({ new: 0, moved: 0, wrong: 12 });
    expect(rowsOf(chosen, 'mend')[0]?.notes).toContainEqual(
      expect.objectContaining({ fault: expect.objectContaining({ code: 'other-county' }) }),
    );
    expect(await desk.placeImports.find(people.clerk, id)).toBeNull();
    expect(await desk.imports.find(people.neighbour, id)).toBeNull();
    expect(await desk.imports.unfinished(people.neighbour)).toEqual([]);
    expect(await desk.placeImports.unfinished(people.neighbour)).toHaveLength(1);
  });

  it('need a source', async () => {
    const id = await kept(sent(asGeojson(places)));
    const { fingerprint } = await judged(id);
    const whole = { fingerprint, isWithout: false, source: { title: ' ', publisher: '' } };
    expect(await desk.placeImports.confirm(by(people.clerk), id, whole)).toEqual({
      status: 'invalid',
      faults: [
        { field: 'source.title', code: 'required' },
        { field: 'source.publisher', code: 'required' },
      ],
    });
  });
});
