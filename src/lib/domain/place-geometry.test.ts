import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  anyGeometrySchema,
  geometryFault,
  geometrySchema,
  geometryText,
  type PlaceGeometry,
} from './place-geometry.ts';

const point = (...coordinates: number[]): PlaceGeometry => ({ type: 'Point', coordinates });
const outer = [
  [116, 39],
  [117, 39],
  [117, 40],
  [116, 39],
];
const hole = [
  [116.5, 39.2],
  [116.6, 39.3],
  [116.6, 39.2],
  [116.5, 39.2],
];
const polygon = (...coordinates: number[][][]): PlaceGeometry => ({ type: 'Polygon', coordinates });
const parts = (...coordinates: number[][][][]): PlaceGeometry => ({
  type: 'MultiPolygon',
  coordinates,
});
const circle = Array.from({ length: 5000 }, (_, index) => {
  const angle = (index / 5000) * 2 * Math.PI;
  return [Math.cos(angle), Math.sin(angle)].map((degrees) => Number(degrees.toFixed(7)));
});

describe('a geometry', () => {
  it.each([
    ['a point of seven decimals', point(116.1234567, 39.1234567)],
    ['a polygon with a hole', polygon(outer, hole)],
    ['two parts', parts([outer], [hole.toReversed()])],
  ])('may be %s', (_, geometry) => {
    expect(geometryFault(geometry)).toBeNull();
    expect(v.is(geometrySchema, geometry)).toBe(true);
  });

  it.each([
    ['not-degrees', point(116, 90.5)],
    ['not-degrees', point(-181, 39)],
    ['not-degrees', point(NaN, 39)],
    ['not-degrees', point(116, Infinity)],
    ['not-degrees', point(116)],
    ['not-degrees', point(116, 39, 12)],
    ['too-precise', point(116.12345678, 39)],
    ['empty', polygon()],
    ['empty', parts()],
    ['empty', parts([outer], [])],
    ['ring-open', polygon(outer.slice(0, 3))],
    ['ring-open', polygon([...outer.slice(0, 3), [116, 39.1]])],
    ['ring-open', polygon([])],
    ['ring-winding', polygon(outer.toReversed())],
    ['ring-winding', polygon(outer, hole.toReversed())],
    ['ring-winding', polygon([outer[0] ?? [], outer[1] ?? [], outer[1] ?? [], outer[0] ?? []])],
    ['too-many-positions', polygon([...circle, circle[0] ?? []])],
  ])('is refused as %s: %j', (problem, geometry) => {
    expect(geometryFault(geometry)).toBe(problem);
    // Of two numbers that are no degrees, the checks of the data say why.
    const isShaped = problem === 'not-degrees' && v.is(anyGeometrySchema, geometry);
    expect(v.is(geometrySchema, geometry)).toBe(isShaped);
  });

  it.each([
    ['another type', { type: 'LineString', coordinates: outer }],
    ['a text for a number', { type: 'Point', coordinates: ['116', '39'] }],
    ['a member more', { type: 'Point', coordinates: [116, 39], crs: 'GCJ-02' }],
  ])('of %s is none', (_, value) => {
    expect(v.is(anyGeometrySchema, value)).toBe(false);
  });

  it('of figures that were written with seven decimals is taken, and comes back as it was', () => {
    const degrees = (most: number) =>
      fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((whole) => whole / 1e7);
    fc.assert(
      fc.property(degrees(180), degrees(90), (x, y) => {
        const geometry = point(x, y);
        expect(geometryFault(geometry)).toBeNull();
        const read = v.parse(geometrySchema, JSON.parse(JSON.stringify(geometry)));
        expect(geometryText(read)).toBe(geometryText(geometry));
      }),
    );
  });
});
