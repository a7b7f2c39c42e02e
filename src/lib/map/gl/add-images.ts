/** Gives the engine the pattern images a scene needs. */
import type { Map as EngineMap } from 'maplibre-gl';
import { patterns } from '../patterns.ts';
import type { UnitState } from '../../domain/register-unit.ts';
import type { Look } from '../palette.ts';
import { overlayImages } from './features.ts';
import { patternImage } from './pattern-image.ts';
import { placeCanvas, placeImageName } from './place-image.ts';
import { patternSize } from './pattern-size.ts';
import type { StyleInput } from './style-input.ts';

/** Adds those that are not there yet, sized for the zoom the map opens with. The style must have loaded. */
export function addImages(map: EngineMap, input: StyleInput): void {
  for (const [name, overlay] of overlayImages(input.scene, input.look)) {
    if (map.hasImage(name)) continue;
    const size = patternSize(
      patterns[overlay.pattern],
      input.pixelsPerUnit,
      input.zoom,
      devicePixelRatio,
    );
    const image = patternImage(overlay, input.look, size);
    if (image) map.addImage(name, image, { pixelRatio: size.pixelRatio });
  }
  const states = new Set(input.places?.units.map(({ state }) => state));
  for (const state of states) addPlaceImage(map, state, input.look);
}

function addPlaceImage(map: EngineMap, state: UnitState, look: Look): void {
  const name = placeImageName(look, state);
  if (map.hasImage(name)) return;
  const canvas = placeCanvas(state, look, devicePixelRatio);
  const image = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
  if (image) map.addImage(name, image, { pixelRatio: devicePixelRatio });
}
