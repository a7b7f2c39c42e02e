/** Where townships or villages lie, for the interactive map: what it asks for, and what the page says. */
import { countedTrack } from '../domain/classify.ts';
import type { Day } from '../domain/date.ts';
import { isValidOn } from '../domain/division.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import { registerUnits, type RegisterLevel } from '../domain/register-unit.ts';
import type { Theme } from '../domain/theme.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { drawnPlace, type DrawnPlace } from '../map/place-point.ts';
import { zoomToSeeAreas, zoomToTellApart } from '../map/place-zoom.ts';
import type { MapPlaces, PlacedUnit, ScenePlaces } from '../map/places-scene.ts';
import { defaultView, type ViewState } from '../map/url-state.ts';
import { timeQuery } from './link.ts';
import { filteredHref } from './register-link.ts';

/** One step before the map can go no nearer: whatever lies how densely comes into sight. */
const highestZoom = 12;

/** Worked out of all positions of a level, whatever the day: once for each state of the knowledge. */
interface LevelPlaces {
  readonly drawn: ReadonlyMap<string, DrawnPlace>;
  readonly pointZoom: number | null;
  readonly areaZoom: number | null;
}

const kept = new WeakMap<Knowledge, Map<RegisterLevel, LevelPlaces>>();

function placesOfLevel(knowledge: Knowledge, level: RegisterLevel): LevelPlaces {
  const levels = kept.get(knowledge) ?? new Map<RegisterLevel, LevelPlaces>();
  kept.set(knowledge, levels);
  const known = levels.get(level) ?? workOut(knowledge, level);
  levels.set(level, known);
  return known;
}

function workOut(knowledge: Knowledge, level: RegisterLevel): LevelPlaces {
  const drawn = new Map<string, DrawnPlace>();
  for (const { code } of knowledge.tracks.get(level)?.units ?? []) {
    const place = knowledge.places.get(code);
    if (place) drawn.set(code, drawnPlace(place.geometry));
  }
  const points = [...drawn.values()].filter(({ area }) => area === null);
  const rings = [...drawn.values()].flatMap(({ area }) =>
    (area ?? []).flatMap(([outer]) => (outer ? [outer] : [])),
  );
  return {
    drawn,
    pointZoom:
      points.length === 0
        ? null
        : zoomToTellApart(
            points.map(({ point }) => point),
            highestZoom,
          ),
    areaZoom: rings.length === 0 ? null : zoomToSeeAreas(rings, highestZoom),
  };
}

/** Every unit of the theme that exists on `at` and has a position, with how it stands. */
export function mapPlaces(knowledge: Knowledge, theme: Theme, at: Day): MapPlaces {
  const level = countedTrack(theme);
  if (level === null) return { units: [], pointZoom: null, areaZoom: null };
  const { drawn, pointZoom, areaZoom } = placesOfLevel(knowledge, level);
  if (drawn.size === 0) return { units: [], pointZoom, areaZoom };
  const units = registerUnits(knowledge, level, at).flatMap(({ division, state }): PlacedUnit[] => {
    const place = drawn.get(division.code);
    if (!place) return [];
    const { point, area } = place;
    return [{ code: division.code, name: division.name, state, point, ...(area && { area }) }];
  });
  return { units, pointZoom, areaZoom };
}

export interface PlacesView {
  readonly scene: ScenePlaces;
  /** "已导入位置12个" */
  readonly note: string;
}

/** `null`: the theme speaks of no units that anybody has placed, and the page stays as it is. */
export function placesView(
  knowledge: Knowledge,
  view: Pick<ViewState, 'theme' | 'at' | 'knownAt'>,
  at: Day,
  version: string,
  say: Sentences,
): PlacesView | null {
  const level = countedTrack(view.theme);
  if (level === null || knowledge.places.size === 0) return null;
  const { drawn, pointZoom, areaZoom } = placesOfLevel(knowledge, level);
  const units = knowledge.tracks.get(level)?.units ?? [];
  const count = units.filter((unit) => drawn.has(unit.code) && isValidOn(unit, at)).length;
  const zooms = [pointZoom, areaZoom].filter((zoom) => zoom !== null);
  if (count === 0 || zooms.length === 0) return null;
  const query = new URLSearchParams({
    theme: view.theme,
    at,
    ...(view.knownAt && { 'known-at': view.knownAt }),
    version,
  });
  return {
    scene: {
      href: `/map-places.json?${query}`,
      zoom: Math.round(Math.min(...zooms) * 100) / 100,
      link: linkParts(level, view),
      words: say.county.unitStates,
    },
    note: say.map.placed(level, count),
  };
}

/** A township has a page of its own; a village its row of the register. */
function linkParts(
  level: RegisterLevel,
  view: Pick<ViewState, 'at' | 'knownAt'>,
): readonly [string, string] {
  if (level === 'township') return ['/township/', timeQuery(view)];
  const mark = '000000000000';
  const [before = '', after = ''] = filteredHref(
    level,
    { ...defaultView, ...view },
    { search: mark },
  ).split(mark);
  return [before, after];
}
