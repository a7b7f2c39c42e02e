import { beforeEach, describe, expect, it } from 'vitest';
import { asGeojson, metresApart } from '../office/made-up-places.ts';
import { databases } from './databases.ts';
import {
  county,
  openPlacesDesk,
  places,
  rowsOf,
  sent,
  source,
  type PlacesDesk,
} from './places-desk.ts';
import { by, done, people } from './submissions-desk.ts';

describe.each(databases)('positions on $name', ({ open }) => {
  let office: PlacesDesk;
  beforeEach(async () => {
    office = await openPlacesDesk(await open());
  });

  it('go from the file to the facts in one report, and the same file again changes nothing', async () => {
    const { desk, kept, judged, confirmed, approve, recorded } = office;
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

  it('are taken back by a report of their own', async () => {
    const { desk, kept, judged, confirmed, approve, recorded } = office;
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
    const { desk, kept, judged } = office;
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
    const { desk, kept, judged } = office;
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
