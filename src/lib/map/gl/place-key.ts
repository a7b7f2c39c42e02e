/** What the symbols of the units mean: stands on the map while any can be seen, and only then. */
import type { Map as EngineMap } from 'maplibre-gl';
import { unitStates, type UnitState } from '../../domain/register-unit.ts';
import type { Look } from '../palette.ts';
import type { MapPlaces, ScenePlaces } from '../places-scene.ts';
import { placeCanvas } from './place-image.ts';

export interface PlaceKey {
  readonly show: (
    places: MapPlaces | null,
    words: ScenePlaces['words'] | undefined,
    look: Look,
  ) => void;
}

/** `from`: the zoom at which the first symbol appears. */
export function placeKey(map: EngineMap): PlaceKey {
  const element = document.createElement('ul');
  element.className = 'forest-place-key';
  element.hidden = true;
  map.getContainer().append(element);
  let from = Infinity;
  const tell = (): void => {
    element.hidden = map.getZoom() < from;
  };
  map.on('zoom', tell);
  return {
    show: (places, words, look) => {
      from = places && words ? firstZoom(places) : Infinity;
      const present = new Set<UnitState>(places?.units.map(({ state }) => state));
      const states = unitStates.filter((state) => present.has(state));
      element.replaceChildren(...states.map((state) => item(state, words?.[state] ?? '', look)));
      tell();
    },
  };
}

function firstZoom({ pointZoom, areaZoom }: MapPlaces): number {
  return Math.min(pointZoom ?? Infinity, areaZoom ?? Infinity);
}

function item(state: UnitState, word: string, look: Look): HTMLLIElement {
  const line = document.createElement('li');
  const symbol = placeCanvas(state, look, devicePixelRatio);
  if (symbol) line.append(symbol);
  line.append(word);
  return line;
}
