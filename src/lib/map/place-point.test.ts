import { describe, expect, it } from 'vitest';
import { drawnPlace } from './place-point.ts';

const square = [
  [116, 39],
  [117, 39],
  [117, 40],
  [116, 40],
  [116, 39],
];

describe('a position on the map', () => {
  it('that is a point stands there, to the metre', () => {
    expect(drawnPlace({ type: 'Point', coordinates: [116.123456789, 39.1] })).toEqual({
      point: [116.12346, 39.1],
      area: null,
    });
  });

  it('that is an area has its symbol at the centre, and its rings', () => {
    const drawn = drawnPlace({ type: 'Polygon', coordinates: [square] });
    expect(drawn.point).toEqual([116.5, 39.5]);
    expect(drawn.area).toEqual([[square]]);
  });

  it('of several parts has it in the largest', () => {
    const small = square.map(([x = 0, y = 0]) => [x / 10 + 100, y / 10 + 30]);
    const drawn = drawnPlace({ type: 'MultiPolygon', coordinates: [[small], [square]] });
    expect(drawn.point).toEqual([116.5, 39.5]);
    expect(drawn.area).toHaveLength(2);
  });
});
