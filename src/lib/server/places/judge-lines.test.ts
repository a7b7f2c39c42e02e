import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  codesOf,
  first,
  geojson,
  judged,
  made,
  placesOf,
  point,
  rowsOf,
} from './places-fixture.ts';

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

describe('An outline that crosses itself', () => {
  it('is wrong, and never among those that are recorded and held to be sound', async () => {
    const township = first.code.slice(0, 9);
    const [x, y] = made(0);
    const bowTie: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 0.01, y + 0.01],
          [x + 0.01, y],
          [x, y + 0.012],
          [x, y],
        ],
      ],
    };
    const outcome = await judged(geojson({ code: township }, bowTie), { level: 'township' });
    expect(outcome.counts).toMatchObject({ wrong: 1, new: 0 });
    expect(placesOf(outcome)).toEqual([]);
  });
});
