/** How far the camera may go: around the prefecture, not round the world. */
import {
  cameraFor,
  fromViewBox,
  pixelsPerUnit,
  type Frame,
  type LonLatBounds,
} from '../projection.ts';

export interface CameraLimits {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** West, south, east, north: no edge of the view passes these. */
  readonly bounds: LonLatBounds;
}

/** A step back from the opening view, no more. */
const stepBack = 0.5;
/** Room to move beyond what the smallest zoom shows, as a share of it. */
const slack = 0.1;
/** The borders are generalised: nearer, they would show nothing truer (FACTS, geometry). */
const maxZoom = 13;
const maxZoomOverBase = 16;

/** The limits in a container of that CSS size. The opening view always lies within them. */
export function cameraLimits(
  frame: Frame,
  cssWidth: number,
  cssHeight: number,
  hasBaseMap: boolean,
): CameraLimits {
  const reach = 2 ** stepBack * (1 + slack);
  const scale = pixelsPerUnit(frame, cssWidth, cssHeight);
  const halfWidth = ((cssWidth / scale) * reach) / 2;
  const halfHeight = ((cssHeight / scale) * reach) / 2;
  const [x, y] = [frame.width / 2, frame.height / 2];
  const [west, north] = fromViewBox(frame, [x - halfWidth, y - halfHeight]);
  const [east, south] = fromViewBox(frame, [x + halfWidth, y + halfHeight]);
  return {
    minZoom: cameraFor(frame, cssWidth, cssHeight).zoom - stepBack,
    maxZoom: hasBaseMap ? maxZoomOverBase : maxZoom,
    bounds: [west, south, east, north],
  };
}
