/**
 * Reads a file of positions and judges it, as its process does. What it answers is small, or bytes that
 * are looked into a page at a time: the server is not held up by thousands of outlines.
 */
import { createHash } from 'node:crypto';
import type { MultiPolygon, Polygon } from 'geojson';
import type { DivisionCode } from '../../domain/division.ts';
import type { PlaceRow } from '../../domain/place-import.ts';
import { jsonBytes, rowPages } from '../kept-files/row-pages.ts';
import { judgeLines, type JudgedLine } from './judge-lines.ts';
import { locateLines } from './locate-lines.ts';
import { matchLines, placeIndex } from './match-lines.ts';
import {
  placeLists,
  type JudgedPlaces,
  type PlaceFacts,
  type PlaceList,
  type PlacesOutcome,
  type PlacesTask,
} from './place-judgement.ts';
import { readPlaces } from './read-places.ts';

export async function judgePlaces(task: PlacesTask): Promise<PlacesOutcome> {
  const { bytes, name, level, division, choices, counties, extent } = task;
  const index = placeIndex(task, level, division);
  if (!index) throw new RangeError(`There is no division "${division}" to report for.`);
  const read = await readPlaces(bytes, name, level, index);
  if (read.status === 'refused') return read;
  const matched = matchLines(read.lines, index, choices.rows);
  const { datum, isAsked, locate } = locateLines(matched, read.datum, choices, counties);
  const judged = judgeLines(matched, {
    index,
    ground: { counties, townships: outlinesOf(task), extent },
    known: new Map(task.known),
    locate,
  });
  const rows = judged.map(({ row }) => row);
  const places = judged.flatMap(({ place }) => (place ? [place] : []));
  const lists = Map.groupBy(rows, (row): PlaceList =>
    listOf(row, Object.hasOwn(choices.rows, row.key)),
  );
  const paged = (list: PlaceList) => rowPages(lists.get(list) ?? []);
  return {
    status: 'judged',
    layers: read.layers,
    datum,
    inFile: read.datum,
    isDatumAsked: isAsked,
    counts: countOf(rows),
    rowCount: rows.length,
    placeCount: places.length,
    rows: Object.fromEntries(placeLists.map((list) => [list, paged(list)])) as JudgedPlaces['rows'],
    places: jsonBytes(places),
    fingerprint: fingerprintOf(judged, isAsked),
  };
}

/** The outlines of townships, which the points of their villages are held against. */
function outlinesOf({ known }: PlaceFacts): ReadonlyMap<DivisionCode, Polygon | MultiPolygon> {
  const outlines = new Map<DivisionCode, Polygon | MultiPolygon>();
  for (const [unit, geometry] of known) {
    if (unit.length === 9 && geometry.type !== 'Point') outlines.set(unit, geometry);
  }
  return outlines;
}

function listOf({ verdict }: PlaceRow, isChosen: boolean): PlaceList {
  return isChosen || verdict === 'doubt' || verdict === 'wrong' ? 'mend' : verdict;
}

function countOf(rows: readonly PlaceRow[]): JudgedPlaces['counts'] {
  const counts = { new: 0, moved: 0, doubt: 0, wrong: 0, same: 0, 'left-out': 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

/** Of what each line comes to, and whether the datum is settled. */
function fingerprintOf(judged: readonly JudgedLine[], isAsked: boolean): string {
  const told = judged.map(({ row, place }) => [row.verdict, row.unit, place]);
  return createHash('sha256')
    .update(JSON.stringify([isAsked, told]))
    .digest('hex');
}
