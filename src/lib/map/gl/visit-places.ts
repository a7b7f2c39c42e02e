/** A click or tap on a unit leads to its page; under the pointer it says its name and how it stands. */
import type { Map as EngineMap, PointLike } from 'maplibre-gl';
import type { SceneState } from './features.ts';
import { placeAreaLayer, placeSymbolLayers } from './place-style.ts';

/** CSS px round the pointer: a symbol is smaller than a finger. */
const reach = { mouse: 3, touch: 18 } as const;

interface FoundPlace {
  readonly code: string;
  readonly name: string;
  readonly state: string;
}

type Point = { readonly x: number; readonly y: number };

/** The unit whose symbol, else whose area, is at the point; `null`: none that can be seen. */
export function placeAt(map: EngineMap, { x, y }: Point, isTouch: boolean): FoundPlace | null {
  const slack = isTouch ? reach.touch : reach.mouse;
  const box: [PointLike, PointLike] = [
    [x - slack, y - slack],
    [x + slack, y + slack],
  ];
  return (
    nearest(map, { x, y }, box) ??
    found(map.getLayer(placeAreaLayer) ? areaProperties(map, [x, y]) : undefined)
  );
}

/** Of several symbols within reach of a finger, the one nearest to it. */
function nearest(map: EngineMap, at: Point, box: [PointLike, PointLike]): FoundPlace | null {
  const layers = placeSymbolLayers.filter((id) => map.getLayer(id));
  // Asked for no layer, the engine answers of every one.
  if (layers.length === 0) return null;
  let best: FoundPlace | null = null;
  let shortest = Infinity;
  for (const { geometry, properties } of map.queryRenderedFeatures(box, { layers })) {
    if (geometry.type !== 'Point') continue;
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    const { x, y } = map.project([longitude, latitude]);
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance < shortest) [best, shortest] = [found(properties), distance];
  }
  return best;
}

function areaProperties(map: EngineMap, at: PointLike) {
  return map.queryRenderedFeatures(at, { layers: [placeAreaLayer] })[0]?.properties;
}

function found(properties: Readonly<Record<string, unknown>> | undefined): FoundPlace | null {
  if (!properties) return null;
  const { code, name, state } = properties;
  const areTexts = typeof code === 'string' && typeof name === 'string';
  return areTexts && typeof state === 'string' ? { code, name, state } : null;
}

export function visitPlaces(map: EngineMap, scene: () => SceneState): void {
  const canvas = map.getCanvas();
  map.on('click', ({ point, originalEvent }) => {
    const place = placeAt(map, point, isTouch(originalEvent));
    const link = scene().places?.link;
    if (!place || !link) return;
    // A real link, followed by whoever follows the links of the page.
    const anchor = document.createElement('a');
    anchor.href = link[0] + place.code + link[1];
    anchor.hidden = true;
    map.getContainer().append(anchor);
    anchor.click();
    anchor.remove();
  });
  map.on('mousemove', ({ point }) => {
    const place = placeAt(map, point, false);
    const words: Readonly<Record<string, string>> = scene().places?.words ?? {};
    const told = place ? [place.name, words[place.state]].filter(Boolean).join(' · ') : '';
    if (canvas.title !== told) canvas.title = told;
    if (place) canvas.style.cursor = 'pointer';
  });
}

export function isTouch(event: MouseEvent): boolean {
  return event instanceof PointerEvent && event.pointerType !== 'mouse';
}
