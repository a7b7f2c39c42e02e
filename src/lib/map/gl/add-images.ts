/** Gives the engine the pattern images a scene needs. */
import type { Map as EngineMap } from 'maplibre-gl';
import { patterns } from '../patterns.ts';
import { overlayImages } from './features.ts';
import { patternImage } from './pattern-image.ts';
import { patternSize } from './pattern-size.ts';
import type { StyleInput } from './style.ts';

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
}
