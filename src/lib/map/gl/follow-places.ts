/** Fetches where the units lie once the reader has come near enough to see them, and not before. */
import type { Map as EngineMap } from 'maplibre-gl';
import type { MapPlaces } from '../places-scene.ts';
import type { SceneState } from './features.ts';

/** Zoom levels before the first symbol is due: time for the answer to come. */
const ahead = 0.5;

export interface PlacesFollower {
  /** What there is to draw for the scene; `null`: nothing, or not yet. */
  readonly current: (scene: SceneState) => MapPlaces | null;
  /** Looks again whether they are wanted: the scene or the camera is another. */
  readonly look: () => void;
  readonly stop: () => void;
}

/** `drawn`: called when something else is to be drawn. */
export function followPlaces(
  map: Pick<EngineMap, 'getZoom' | 'on'>,
  scene: () => SceneState,
  drawn: () => void,
): PlacesFollower {
  const abort = new AbortController();
  let had: { readonly href: string; readonly places: MapPlaces } | null = null;
  let asked: string | null = null;

  const load = async (href: string): Promise<void> => {
    asked = href;
    try {
      const response = await fetch(href, { signal: abort.signal });
      if (!response.ok) return;
      had = { href, places: (await response.json()) as MapPlaces };
      if (scene().places?.href === href) drawn();
    } catch {
      // A line that breaks off, or a map that is gone: the register lists every unit all the same.
      // The next move of the camera asks again.
    } finally {
      if (asked === href) asked = null;
    }
  };
  const look = (): void => {
    const wanted = scene().places;
    if (!wanted || map.getZoom() < wanted.zoom - ahead) return;
    if (had?.href === wanted.href || asked === wanted.href) return;
    void load(wanted.href);
  };
  map.on('zoomend', look);
  map.on('load', look);

  return {
    current: ({ places }) => (places && had?.href === places.href ? had.places : null),
    look,
    stop: () => abort.abort(),
  };
}
