import type { Polygon } from 'geojson';
import { beforeEach, describe, expect, it } from 'vitest';
import { asGeojson, asShapefile, metresApart, toGcj02 } from '../office/made-up-places.ts';
import { databases } from './databases.ts';
import {
  county,
  geometry,
  openPlacesDesk,
  places,
  rowsOf,
  sent,
  source,
  type PlacesDesk,
} from './places-desk.ts';
import { by, people } from './submissions-desk.ts';

describe.each(databases)('positions on $name', ({ open }) => {
  let office: PlacesDesk;
  beforeEach(async () => {
    office = await openPlacesDesk(await open());
  });

  it('in GCJ-02 with a .prj that says CGCS2000 are recorded where they are once somebody says so', async () => {
    const { kept, judged, confirmed, approve, recorded } = office;
    const bytes = asShapefile(places, toGcj02);
    const id = await kept(sent(bytes, { name: '虚构位置.zip' }), 'gcj02');
    const { datum, isDatumAsked } = await judged(id);
    expect({ isDatumAsked, datum: datum.datum }).toEqual({ isDatumAsked: false, datum: 'gcj02' });
    await approve(await confirmed(id));
    const facts = await recorded();
    expect(Math.max(...places.map((place) => metresApart(place, facts)))).toBeLessThan(1);
  });

  it('in a datum nobody names wait until somebody decides', async () => {
    const { desk, kept, judged, confirmed, approve, recorded } = office;
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
    const { desk, kept, judged, confirmed, approve, recorded } = office;
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
    const { kept, judged, confirmed, approve } = office;
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
});
