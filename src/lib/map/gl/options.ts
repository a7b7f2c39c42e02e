/** What a page tells the map, and what it gets back. */
import type { DivisionCode } from '../../domain/division.ts';
import type { SiteGeometry } from '../geometry.ts';
import type { Look } from '../palette.ts';
import type { BaseMap } from './base-map.ts';
import type { SceneState } from './features.ts';

/** Everything the map says, in the reader's language. */
export interface MapWords {
  /** Accessible name of the map. */
  readonly title: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  /** "Use two fingers to move the map". */
  readonly touchHint: string;
  /** "Hold Ctrl and scroll to zoom", and with ⌘. */
  readonly wheelHint: string;
  readonly wheelHintMac: string;
  readonly metres: string;
  readonly kilometres: string;
  /** Source of the borders, "边界为概化示意", 审图号: plain text, always shown. */
  readonly attribution: readonly string[];
}

/** Where the camera is kept in the address; the page's router decides how it is written. */
export interface HashStore {
  readonly read: () => string;
  /** Replaces the hash, never pushes. */
  readonly replace: (hash: string) => void;
}

export interface CreateMapOptions {
  /** Has the size of the SVG it takes over from. */
  readonly container: HTMLElement;
  readonly scene: SceneState;
  readonly geometry: SiteGeometry;
  readonly look: Look;
  readonly words: MapWords;
  readonly baseMap?: BaseMap | null;
  readonly hash?: HashStore | null;
  /** One finger scrolls the page, two move the map; the wheel zooms with Ctrl. Default: yes. */
  readonly isInScrollingPage?: boolean;
  readonly signal?: AbortSignal;
  readonly onSelect?: (code: DivisionCode) => void;
  readonly onHover?: (code: DivisionCode | null) => void;
  /** The GL context is gone and the map with it: show the SVG again. */
  readonly onLost?: () => void;
  /** A tile of the base map is missing. Told once. */
  readonly onTileError?: () => void;
}

export interface MapHandle {
  /** Draws another scene in place; the camera stays. */
  readonly update: (scene: SceneState, look?: Look) => void;
  /** Rings a county and brings it into view; `null` takes the ring away. */
  readonly focus: (code: DivisionCode | null) => void;
  /** Back to the view the map opened with. */
  readonly reset: () => void;
  readonly destroy: () => void;
}

export type CreateMapOutcome =
  | { readonly status: 'ready'; readonly handle: MapHandle }
  | { readonly status: 'unsupported' }
  | { readonly status: 'cancelled' };
