/** What happens on the map, told to the page: clicks, hovering, loss of the context, missing tiles. */
import type { Map as EngineMap, MapLayerMouseEvent } from 'maplibre-gl';
import type { DivisionCode } from '../../domain/division.ts';
import { isBaseSource } from './base-map.ts';
import type { CreateMapOptions } from './options.ts';
import { countyLayer } from './style.ts';
import { isTouch, placeAt } from './visit-places.ts';

interface Inside {
  readonly onHover: (code: DivisionCode | null) => void;
  readonly destroy: () => void;
}

export function tellPage(map: EngineMap, options: CreateMapOptions, inside: Inside): void {
  let hovered: DivisionCode | null = null;
  const hover = (code: DivisionCode | null): void => {
    if (code === hovered) return;
    hovered = code;
    map.getCanvas().style.cursor = code === null ? '' : 'pointer';
    inside.onHover(code);
    options.onHover?.(code);
  };
  map.on('mousemove', countyLayer, (event) => hover(codeOf(event)));
  map.on('mouseleave', countyLayer, () => hover(null));
  map.on('click', countyLayer, (event) => {
    // A unit that lies in the county and can be seen is what was meant.
    if (placeAt(map, event.point, isTouch(event.originalEvent))) return;
    const code = codeOf(event);
    if (code !== null) options.onSelect?.(code);
  });

  map.on('webglcontextlost', () => {
    // After the engine's own handlers have run.
    setTimeout(() => {
      inside.destroy();
      options.onLost?.();
    });
  });

  let isTileErrorTold = false;
  // With a listener, the engine no longer prints the error; a missing tile is no news to a console.
  map.on('error', (event) => {
    const isTile = 'sourceId' in event && isBaseSource(String(event.sourceId));
    if (!isTile || isTileErrorTold) return;
    isTileErrorTold = true;
    options.onTileError?.();
  });
}

function codeOf({ features }: MapLayerMouseEvent): DivisionCode | null {
  const code: unknown = features?.[0]?.properties.code;
  return typeof code === 'string' ? code : null;
}
