/** Boundaries in another datum: one layer, all layers, with and without something to compare. */
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { firstLineOf, lineWith, linesOf, type Break, type FaultRow } from './broken-data.ts';
import { all, moveAll, type Move } from './broken-geometry.ts';
import { realData } from './data-copy.ts';

const { WGS84, GCJ02, BD09 } = gcoord;
const toGcj02: Move = (position) => gcoord.transform(position, WGS84, GCJ02);
const toBd09: Move = (position) => gcoord.transform(position, WGS84, BD09);
const fromGcj02: Move = (position) => gcoord.transform(position, GCJ02, WGS84);
const withoutPoints: Break = (copy) => copy.remove('control-points.csv');

const datums: readonly FaultRow[] = [
  [
    'the counties alone in GCJ-02',
    moveAll('counties.geojson', toGcj02),
    'counties.geojson: it is in GCJ-02, not converted to WGS-84: of 23 control points ',
    'WGS-84 (gcoord converts it)',
  ],
  [
    'the counties alone in GCJ-02, without control points',
    all(withoutPoints, moveAll('counties.geojson', toGcj02)),
    'counties.geojson: it is in GCJ-02, not converted to WGS-84: of ',
    'corners of the neighbours',
  ],
  [
    'the neighbours alone in GCJ-02, without control points',
    all(withoutPoints, moveAll('context.geojson', toGcj02)),
    'context.geojson: it is in GCJ-02, not converted to WGS-84: ',
    'corners lie one GCJ-02 shift off the counties',
  ],
  [
    'every GeoJSON file in GCJ-02',
    all(
      ...['counties.geojson', 'context.geojson', 'county-seats.geojson'].map((file) =>
        moveAll(file, toGcj02),
      ),
    ),
    'counties.geojson: it is in GCJ-02, not converted to WGS-84: of 23 control points ',
    'fit in the shifted place',
  ],
  [
    'every GeoJSON file in BD-09',
    all(moveAll('counties.geojson', toBd09), moveAll('context.geojson', toBd09)),
    'counties.geojson: it is in BD-09, not converted to WGS-84',
    'control points',
  ],
  [
    'WGS-84 converted from GCJ-02 once more',
    all(moveAll('counties.geojson', fromGcj02), moveAll('context.geojson', fromGcj02)),
    'counties.geojson: it was WGS-84 already and has been converted from GCJ-02 once more',
    'control points',
  ],
  [
    'boundaries of somewhere else',
    all(
      moveAll('counties.geojson', ([x, y]) => [x + 0.3, y]),
      moveAll('context.geojson', ([x, y]) => [x + 0.3, y]),
    ),
    'counties.geojson: only ',
    'of 23 control points meet a boundary',
  ],
  [
    'control points that are no numbers',
    (copy) => copy.text('control-points.csv', (text) => text.replace('116.202958', '东经116度')),
    'control-points.csv row 2: the position ',
    'WGS-84 longitude and latitude',
  ],
];

describe('a datum that is not WGS-84 is named:', () => {
  it.each(datums)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});

describe('a whole data set in GCJ-02, control points and all', () => {
  const shiftEverything = all(
    moveAll('counties.geojson', toGcj02),
    moveAll('context.geojson', toGcj02),
    (copy) =>
      copy.text('control-points.csv', (text) =>
        text.replace(/^(\d+\.\d+),(\d+\.\d+)/gm, (_, x: string, y: string) =>
          toGcj02([Number(x), Number(y)]).join(','),
        ),
      ),
  );

  it('is named by the stored edition of the same prefecture', () => {
    const [line = ''] = linesOf(shiftEverything, { edition: realData });
    expect(line).toContain('counties.geojson: it is in GCJ-02');
  });

  it('cannot be seen without one', () => {
    expect(linesOf(shiftEverything)).toEqual([]);
  });
});
