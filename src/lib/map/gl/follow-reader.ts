/**
 * The camera between the reader and the page: until the reader moves it, it keeps showing exactly
 * what the SVG would, whatever the size of the window; afterwards it is theirs, and in the address.
 */
import type { Map as EngineMap } from 'maplibre-gl';
import { fromViewBox, type Camera, type Frame } from '../projection.ts';
import type { SceneCounty } from '../scene.ts';
import { formatCameraHash, isCameraHash, parseCameraHash } from './camera-hash.ts';
import { cameraLimits } from './limits.ts';
import type { CreateMapOptions } from './options.ts';

interface Page {
  /** The camera that shows what the SVG shows, at the present size. */
  readonly opening: () => Camera;
  /** Draws the scene again: labels are as large as the SVG's at this size. */
  readonly redraw: () => void;
}

export function followReader(map: EngineMap, options: CreateMapOptions, page: Page) {
  const { container, scene, hash } = options;
  let isMoved = parseCameraHash(hash?.read() ?? '') !== null;

  const open = () => {
    const { center, zoom } = page.opening();
    return { center: [center[0], center[1]] as [number, number], zoom };
  };
  const limit = (): void => {
    const { clientWidth, clientHeight } = container;
    const limits = cameraLimits(scene.frame, clientWidth, clientHeight, Boolean(options.baseMap));
    const [west, south, east, north] = limits.bounds;
    map.setMaxBounds(null);
    map.setMinZoom(limits.minZoom);
    if (!isMoved) map.jumpTo(open());
    map.setMaxBounds([west, south, east, north]);
  };

  map.on('resize', () => {
    if (container.clientWidth === 0 || container.clientHeight === 0) return;
    limit();
    if (map.isStyleLoaded()) page.redraw();
  });
  map.on('moveend', (event) => {
    if ('originalEvent' in event && event.originalEvent) isMoved = true;
    if (!isMoved || !hash || !isCameraHash(hash.read())) return;
    const { lng, lat } = map.getCenter();
    hash.replace(formatCameraHash({ center: [lng, lat], zoom: map.getZoom() }));
  });

  return {
    /** Moves the camera only if the county's label is out of sight. */
    bringIntoView({ label }: Pick<SceneCounty, 'label'>, frame: Frame): void {
      const [longitude, latitude] = fromViewBox(frame, [label.x, label.y]);
      if (map.getBounds().contains([longitude, latitude])) return;
      isMoved = true;
      map.easeTo({ center: [longitude, latitude] });
    },
    reset(): void {
      isMoved = false;
      map.easeTo(open());
      if (hash && isCameraHash(hash.read())) hash.replace('');
    },
  };
}
