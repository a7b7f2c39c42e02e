/** A running map: what the page can ask of it. */
import type { Map as EngineMap } from 'maplibre-gl';
import { cameraFor, type Camera } from '../projection.ts';
import { addImages } from './add-images.ts';
import { followReader } from './follow-reader.ts';
import { markCounties, type Marks } from './mark-counties.ts';
import type { CreateMapOptions, MapHandle } from './options.ts';
import { styleInput } from './style-input.ts';
import { mapStyle } from './style.ts';
import { tellPage } from './tell-page.ts';

export function mapHandle(map: EngineMap, options: CreateMapOptions): MapHandle {
  const { container } = options;
  const state = { scene: options.scene, look: options.look };
  const marks: Marks = { focused: null, hovered: null };
  let isAlive = true;

  const opening = (): Camera =>
    cameraFor(state.scene.frame, container.clientWidth, container.clientHeight);
  container.classList.add('forest-gl');
  container.dataset.look = state.look;
  const draw = (): void => {
    container.dataset.look = state.look;
    addImages(map, styleInput(options, state));
    // Only what differs is changed: no layer is made anew, nothing blinks.
    map.setStyle(mapStyle(styleInput(options, state)));
    markCounties(map, state.scene, marks);
  };
  const destroy = (): void => {
    if (!isAlive) return;
    isAlive = false;
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

  return {
    update: (scene, look = state.look) => {
      if (!isAlive) return;
      state.scene = scene;
      state.look = look;
      draw();
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
