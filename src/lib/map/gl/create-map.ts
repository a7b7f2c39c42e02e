/**
 * MapLibre takes the map over in place: same scene, same camera, same size of text. The only way
 * into the engine; it answers what happened and never throws.
 */
import type { Map as EngineMap, MapOptions } from 'maplibre-gl';
import { cameraFor } from '../projection.ts';
import { escapeMarkup } from '../svg/markup.ts';
import { parseCameraHash } from './camera-hash.ts';
import { hasWebGL2 } from './capability.ts';
import { cameraLimits } from './limits.ts';
import { loadEngine, type Engine } from './load-engine.ts';
import { mapHandle } from './map-handle.ts';
import type { CreateMapOptions, CreateMapOutcome, MapWords } from './options.ts';
import { mapStyle } from './style.ts';
import { styleInput } from './style-input.ts';

/** Longer than any device worth upgrading takes; then the SVG simply stays. */
const patience = 20_000;

export async function createMap(options: CreateMapOptions): Promise<CreateMapOutcome> {
  const isCancelled = (): boolean => options.signal?.aborted ?? false;
  if (isCancelled()) return { status: 'cancelled' };
  if (!hasWebGL2()) return { status: 'unsupported' };
  let map: EngineMap | null = null;
  try {
    const engine = await loadEngine();
    if (isCancelled()) return { status: 'cancelled' };
    map = new engine.Map(engineOptions(options));
    addControls(engine, map, options);
    const handle = mapHandle(map, options);
    const isDrawn = await firstDrawing(map, options.signal);
    if (isDrawn) return { status: 'ready', handle };
    handle.destroy();
    return { status: isCancelled() ? 'cancelled' : 'unsupported' };
  } catch {
    // A chunk that does not load, a driver that refuses: the SVG is the map, nothing is lost.
    map?.remove();
    return { status: isCancelled() ? 'cancelled' : 'unsupported' };
  }
}

function engineOptions(options: CreateMapOptions): MapOptions {
  const { container, scene, words, hash } = options;
  const { clientWidth: width, clientHeight: height } = container;
  const asked = parseCameraHash(hash?.read() ?? '');
  const { center, zoom } = asked ?? cameraFor(scene.frame, width, height);
  const limits = cameraLimits(scene.frame, width, height, Boolean(options.baseMap));
  const [west, south, east, north] = limits.bounds;
  return {
    container,
    style: mapStyle(styleInput(options, options)),
    center: [...center],
    zoom,
    minZoom: limits.minZoom,
    maxZoom: limits.maxZoom,
    maxBounds: [west, south, east, north],
    renderWorldCopies: false,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: options.isInScrollingPage ?? true,
    attributionControl: false,
    fadeDuration: 0,
    locale: locale(words),
  };
}

function addControls(engine: Engine, map: EngineMap, { words, baseMap }: CreateMapOptions): void {
  const sources = [...words.attribution, ...(baseMap ? [baseMap.attribution] : [])];
  // The control writes HTML; the words are text.
  const customAttribution = sources.map(escapeMarkup).join(' · ');
  // In that order: of the controls in a lower corner the first one stays lowest.
  map.addControl(new engine.AttributionControl({ compact: false, customAttribution }));
  map.addControl(new engine.NavigationControl({ showCompass: false }), 'bottom-right');
  map.addControl(new engine.ScaleControl({ maxWidth: 90 }), 'bottom-left');
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
}

/** The engine's own names of its texts. */
function locale(words: MapWords): Record<string, string> {
  return {
    'Map.Title': words.title,
    'NavigationControl.ZoomIn': words.zoomIn,
    'NavigationControl.ZoomOut': words.zoomOut,
    'ScaleControl.Meters': words.metres,
    'ScaleControl.Kilometers': words.kilometres,
    'CooperativeGesturesHandler.WindowsHelpText': words.wheelHint,
    'CooperativeGesturesHandler.MacHelpText': words.wheelHintMac,
    'CooperativeGesturesHandler.MobileHelpText': words.touchHint,
  };
}

/** Whether the first frame with everything in it came, before patience or the page gave out. */
function firstDrawing(map: EngineMap, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    const settle = (isDrawn: boolean) => () => {
      clearTimeout(timer);
      resolve(isDrawn);
    };
    map.once('load', settle(true));
    map.once('webglcontextlost', settle(false));
    signal?.addEventListener('abort', settle(false), { once: true });
  });
}
