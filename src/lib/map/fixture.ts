/** The real data of this repository as a scene, for the tests of the map. Not for the product. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Day } from '../domain/date.ts';
import { divisionFromRow, type DivisionRow } from '../domain/division.ts';
import { knowledgeOf, type Knowledge } from '../domain/knowledge.ts';
import type { Programme } from '../domain/programme.ts';
import { select, type CountyRow, type Selection } from '../domain/select.ts';
import type { Theme } from '../domain/theme.ts';
import type { Status } from '../domain/status.ts';
import type { ContextCollection, CountyCollection, SiteGeometry } from './geometry.ts';
import { buildScene, type Scene, type SceneWords } from './scene.ts';

const dataFolder = new URL('../../../data/', import.meta.url);

function read(name: string): string {
  return readFileSync(new URL(name, dataFolder), 'utf8');
}

/** Files of this repository, checked by `npm run validate`; a test may trust their shape. */
export const realGeometry: SiteGeometry = {
  counties: JSON.parse(read('counties.geojson')) as CountyCollection,
  context: JSON.parse(read('context.geojson')) as ContextCollection,
};

export function realKnowledge(): Knowledge {
  const rows: DivisionRow[] = parse(read('divisions.csv'), { columns: true, bom: true });
  return knowledgeOf({
    programme: JSON.parse(read('programme.json')) as Programme,
    divisions: rows.map(divisionFromRow),
    status: JSON.parse(read('status.json')) as Status,
    proposals: [],
  });
}

export function realSelection(theme: Theme, at: Day = '2026-08-01'): Selection {
  const query = { theme, at, show: [], sort: 'code', isDescending: false } as const;
  return select(realKnowledge(), query);
}

/** The selection with some rows standing otherwise than they do: an invented state, for pictures. */
export function withRows(
  selection: Selection,
  changes: Readonly<Record<string, Partial<CountyRow>>>,
): Selection {
  const rows = selection.rows.map((row) => ({ ...row, ...changes[row.division.code] }));
  return { ...selection, rows };
}

export const testWords: SceneWords = {
  label: ({ division, classId }) => [division.name.replace(/回族自治县$/, ''), classId],
  describe: ({ division, classId, isUnreported }) =>
    `${division.name}：${classId}${isUnreported ? '，未填报' : ''}`,
  contextName: ({ name }) => name,
};

export function sceneOf(selection: Selection, selectedCode: string | null = null): Scene {
  return buildScene({
    geometry: realGeometry,
    selection,
    selectedCode,
    words: testWords,
    hrefOf: (code) => `/?county=${code}`,
  });
}
