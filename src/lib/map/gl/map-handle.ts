/** A running map: what the page can ask of it. */
import type { Map as EngineMap } from 'maplibre-gl';
import { cameraFor, type Camera } from '../projection.ts';
import { addImages } from './add-images.ts';
import { followPlaces } from './follow-places.ts';
import { followReader } from './follow-reader.ts';
import { markCounties, type Marks } from './mark-counties.ts';
import type { CreateMapOptions, MapHandle } from './options.ts';
import { placeKey, type PlaceKey } from './place-key.ts';
import { styleInput } from './style-input.ts';
import { mapStyle } from './style.ts';
import { tellPage } from './tell-page.ts';
import { visitPlaces } from './visit-places.ts';

export function mapHandle(map: EngineMap, options: CreateMapOptions): MapHandle {
  const { container } = options;
  const state = { scene: options.scene, look: options.look };
  const marks: Marks = { focused: null, hovered: null };
  let isAlive = true;
  /** Made once there is something to explain. */
  let key: PlaceKey | null = null;

  const opening = (): Camera =>
    cameraFor(state.scene.frame, container.clientWidth, container.clientHeight);
  container.classList.add('forest-gl');
  container.dataset.look = state.look;
  const draw = (): void => {
    container.dataset.look = state.look;
    const input = styleInput(options, { ...state, places: places.current(state.scene) });
    addImages(map, input);
    // Only what differs is changed: no layer is made anew, nothing blinks.
    map.setStyle(mapStyle(input));
    markCounties(map, state.scene, marks);
    key?.show(input.places, state.scene.places?.words, state.look);
  };
  const places = followPlaces(
    map,
    () => state.scene,
    () => {
      if (!isAlive) return;
      key ??= placeKey(map);
      draw();
    },
  );
  const destroy = (): void => {
    if (!isAlive) return;
    isAlive = false;
    places.stop();
    map.remove();
    container.classList.remove('forest-gl');
  };

  map.once('style.load', () => {
    addImages(map, styleInput(options, state));
    markCounties(map, state.scene, marks);
  });
  const reader = followReader(map, options, { opening, redraw: draw });
  tellPage(map, options, {
    onHover: (code) => {
      marks.hovered = code;
      markCounties(map, state.scene, marks);
    },
    destroy,
  });
  visitPlaces(map, () => state.scene);

  return {
    update: (scene, look = state.look) => {
      if (!isAlive) return;
      state.scene = scene;
      state.look = look;
      draw();
      places.look();
    },
    focus: (code) => {
      if (!isAlive) return;
      marks.focused = code;
      markCounties(map, state.scene, marks);
      const county = state.scene.counties.find((candidate) => candidate.code === code);
      if (county) reader.bringIntoView(county, state.scene.frame);
    },
    reset: () => {
      if (isAlive) reader.reset();
    },
    destroy,
  };
}
