/** One row of a list in words: what it is about, and what it says of it. */
import type { Knowledge } from '../../domain/knowledge.ts';
import type { PlaceGeometry } from '../../domain/place-geometry.ts';
import type { RowValue } from '../../domain/proposal-rows.ts';
import type { Change } from '../../domain/submission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { pathOf } from './import-row.ts';
import { nameOf, stageName, trackName } from './proposal-words.ts';

/** 三河市燕郊镇，市级森林乡镇 */
export function rowAbout(knowledge: Knowledge, row: RowValue, say: Sentences): string {
  const about = (division: string, track: string): string =>
    say.changeList.aboutRow(pathOf(knowledge, division, say), trackName(knowledge, track, say));
  switch (row.kind) {
    case 'change':
      return about(row.change.division, row.change.track);
    case 'place':
      return pathOf(knowledge, row.place.division, say);
    case 'quota':
      return about(row.quota.division, row.quota.track);
    case 'reporting':
      return trackName(knowledge, row.report.track, say);
  }
}

/** 授予称号，2023年 · 116.68, 39.53 · 6个 · 2020年12月31日 */
export function rowWords(knowledge: Knowledge, row: RowValue, say: Sentences): string {
  const { words: many } = say.changeList;
  switch (row.kind) {
    case 'change':
      return changeWords(knowledge, row.change, say);
    case 'place':
      return positionWords(row.place.geometry, say);
    case 'quota': {
      const { count } = row.quota;
      return count === null ? say.quota.words.notSet : say.quota.countOf(Number(count));
    }
    case 'reporting': {
      const { completeTo } = row.report;
      return completeTo === null ? many.neverReported : say.format.date(completeTo);
    }
  }
}

function changeWords(knowledge: Knowledge, change: Change, say: Sentences): string {
  if (change.kind === 'retraction') return say.review.retractionOf(null);
  const stage = stageName(knowledge, change.track, change.stage, say);
  const { effective } = change;
  return effective === ''
    ? stage
    : say.importing.outcomeOf(stage, effective, change.kind === 'correction');
}

function positionWords(geometry: PlaceGeometry | null, say: Sentences): string {
  if (geometry === null) return say.changeList.words.noPosition;
  if (geometry.type === 'Point') {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    return say.placing.point(longitude, latitude);
  }
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return say.placing.outline(parts.flat(2).length);
}

/** The unit that a row is about, by name alone; of a date of reporting, its track. */
export function rowUnit(knowledge: Knowledge, row: RowValue, say: Sentences): string {
  switch (row.kind) {
    case 'change':
      return nameOf(knowledge, row.change.division, say);
    case 'place':
      return nameOf(knowledge, row.place.division, say);
    case 'quota':
      return nameOf(knowledge, row.quota.division, say);
    case 'reporting':
      return trackName(knowledge, row.report.track, say);
  }
}
