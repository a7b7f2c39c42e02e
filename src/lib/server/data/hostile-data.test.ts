/** Data as a hurried hand, a spreadsheet or a hostile one may leave it. */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  divisions,
  firstLineOf,
  lineWith,
  linesOf,
  programme,
  status,
  type FaultRow,
} from './broken-data.ts';
import { counties } from './broken-geometry.ts';
import type { Json } from './data-copy.ts';

const files: readonly FaultRow[] = [
  [
    'a link that leads to itself',
    (c) => {
      rmSync(join(c.directory, 'status.json'));
      symlinkSync('status.json', join(c.directory, 'status.json'));
    },
    'status.json: the file cannot be read (ELOOP)',
    'a readable file',
  ],
  [
    'a file name that no system takes',
    programme((p) => (p.files = { counties: 'a\0b' })),
    'a�b: the file cannot be read',
    'a readable file',
  ],
  [
    'a file name without end',
    programme((p) => (p.files = { counties: 'a'.repeat(5000) })),
    'aaaa',
    'the file cannot be read (ENAMETOOLONG)',
  ],
  [
    'a directory named as a file',
    programme((p) => (p.files = { counties: '.' })),
    '',
    'this is a directory, not a file',
  ],
  [
    'NUL characters',
    (c) => c.text('divisions.csv', (text) => text.replace('安次区', '安\0次区')),
    'divisions.csv: the file has NUL characters',
    'UTF-8',
  ],
  [
    'an empty CSV',
    (c) => c.text('divisions.csv', () => ''),
    'divisions.csv row 1: the file is empty',
    '',
  ],
  [
    'semicolons for commas',
    (c) => c.text('divisions.csv', (text) => text.replaceAll(',', ';')),
    'divisions.csv row 1: the header is one cell “code;name;',
    'is the separator a comma?',
  ],
  [
    'a mark in the middle of a file that nobody sees',
    divisions('\n131003,', '\n\uFEFF131003,'),
    'divisions.csv row 360 code: the value “�131003” does not fit',
    'a code',
  ],
  [
    'a name that turns the line round',
    divisions('安次区', '安\u202e次区'),
    'divisions.csv row 3 name: the name “安�次区” is blank, padded or has characters',
    'without surrounding spaces',
  ],
];

const geometry: readonly FaultRow[] = [
  [
    'infinity',
    (c) => c.text('counties.geojson', (text) => text.replace(/\[\[\[[\d.]+,/, '[[[1e400,')),
    'counties.geojson /features/0/geometry/coordinates/0/0/0: the value “Infinity” does not fit',
    'a finite number',
  ],
  [
    'no geometry',
    counties((features) => (features[0].geometry = null)),
    'counties.geojson /features/0/geometry: the value “null” does not fit',
    'an object',
  ],
  [
    'five numbers for a position',
    counties((features) => features[0].geometry.coordinates[0][0].push(1, 2, 3)),
    'counties.geojson /features/0/geometry/coordinates/0/0: ',
    'longitude and latitude',
  ],
  [
    'a hole outside the county',
    counties((features) =>
      features[0].geometry.coordinates.push([
        [100, 30],
        [100, 31],
        [101, 31],
        [101, 30],
        [100, 30],
      ]),
    ),
    'counties.geojson /features/0/geometry/coordinates/1: the hole lies outside its outer ring',
    'inside',
  ],
  [
    'a county drawn twice in itself',
    counties((features) => {
      const { coordinates } = features[0].geometry;
      features[0].geometry = { type: 'MultiPolygon', coordinates: [coordinates, coordinates] };
    }),
    'counties.geojson /features/0/geometry/coordinates/0/0: this part lies over another one',
    'apart',
  ],
  [
    'a county drawn with every metre',
    counties((features) => {
      const ring: [number, number][] = features[0].geometry.coordinates[0];
      const dense = ring.slice(1).flatMap(([x, y], index) => {
        const [fromX, fromY] = ring[index] ?? [x, y];
        return Array.from({ length: 200 }, (_, step): [number, number] => [
          fromX + ((x - fromX) * step) / 200,
          fromY + ((y - fromY) * step) / 200,
        ]);
      });
      features[0].geometry.coordinates = [[...dense, dense[0]]];
    }),
    'counties.geojson /features/0/geometry/coordinates/0: the ring has ',
    'at most 5000',
  ],
];

const programmes: readonly FaultRow[] = [
  [
    'a track that the map shows and nobody keeps',
    (c) => {
      programme((p) => {
        p.tracks = p.tracks.filter(({ id }: Json) => id !== 'national');
        p.targets = p.targets.filter(({ track }: Json) => track !== 'national');
      })(c);
    },
    'programme.json /tracks: there is no track “national” of the level county',
    'provincial',
  ],
  [
    'edges of classes out of order',
    programme((p) => (p.tracks[3].shareBreaks = [0.9, 0.1])),
    'programme.json /tracks/3/shareBreaks/1: the edge 0.1 is not between 0.9 and 1',
    'rising',
  ],
  [
    'a target beyond all units',
    programme((p) => (p.targets[2].number = 5000)),
    'programme.json /targets/2/number: the target 5000 is more than the units',
    'at most 90',
  ],
  [
    'a target that no stage can meet',
    programme((p) => p.tracks[1].stages.forEach((stage: Json) => (stage.counts = false))),
    'programme.json /targets/0/track: no stage of the track national counts',
    'counts true',
  ],
  [
    'a count below nothing',
    status((s) => (s.statements[0].count = -1)),
    'status.json /statements/0/count: the value “-1” does not fit',
    'a number of at least 0',
  ],
];

describe('a file no one can read is named:', () => {
  it.each(files)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});

describe('a shape that is none is named:', () => {
  it.each(geometry)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});

describe('a programme that cannot be shown or reached is named:', () => {
  it.each(programmes)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});

describe('a file of more faults than a call has arguments', () => {
  it('is named all the same', () => {
    const rows = Array.from({ length: 150_000 }, (_, index) => `${200_000_000 + index},x,镇,,,,,`);
    const lines = linesOf((c) => c.text('divisions.csv', (text) => `${text}${rows.join('\n')}\n`));
    expect(lines.length).toBe(150_000);
  }, 30_000);
});

describe('a log of many thousand retractions', () => {
  it('is checked in the time it takes to read it', () => {
    const since = performance.now();
    const lines = linesOf(
      status(({ events }) => {
        const { division, track, recordedAt, source, id } = events[3];
        let retracts = id;
        for (let index = 0; index < 20_000; index += 1) {
          const base = { id: `R${index}`, division, track, recordedAt, source };
          events.push({ ...base, kind: 'retraction', retracts, reason: 'again' });
          retracts = `R${index}`;
        }
      }),
    );
    expect(lines).toEqual([]);
    expect(performance.now() - since).toBeLessThan(10_000);
  });
});
