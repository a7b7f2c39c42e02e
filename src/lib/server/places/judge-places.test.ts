import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { judgePlaces } from './judge-places.ts';
import {
  codesOf,
  county,
  facts,
  first,
  geojson,
  judged,
  made,
  placesOf,
  point,
  rowsOf,
  second,
  townshipOf,
  villages,
} from './places-fixture.ts';

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

  it('leaves out the units of which it does not say where they lie, in whatever format', async () => {
    const csv = `代码,经度,纬度\n${first.code},,\n${second.code},${made(0).join(',')}`;
    const collection = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { code: first.code }, geometry: null },
        { type: 'Feature', properties: { code: second.code }, geometry: point(made(0)) },
      ],
    });
    const pair = `代码,坐标\n${first.code},\n${second.code},"${made(0).join(',')}"`;
    for (const text of [csv, pair, collection]) {
      const outcome = await judged(text);
      expect(outcome.counts).toMatchObject({ new: 1, 'left-out': 1, wrong: 0, doubt: 0 });
      expect(codesOf(rowsOf(outcome).find(({ verdict }) => verdict === 'left-out'))).toEqual([
        'no-geometry',
      ]);
    }
    // Where it says so of none, each is listed: the table is not as good as empty.
    const none = await judged(`代码,经度,纬度\n${first.code},,\n${second.code},,`);
    expect(none.counts).toMatchObject({ 'left-out': 2, wrong: 0 });
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
