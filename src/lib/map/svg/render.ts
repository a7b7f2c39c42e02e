/** The map as inline SVG: what the server sends, readable and usable without JavaScript. */
import { overlaysOf, type Overlay } from '../overlay.ts';
import type { Scene } from '../scene.ts';
import { contextLabels, contextLines } from './context.ts';
import { countyLabel, countyLink } from './county.ts';
import { furniture, type FurnitureWords } from './furniture.ts';
import { attributes, escapeMarkup } from './markup.ts';
import { patternDefs } from './pattern-defs.ts';

export interface MapOptions extends FurnitureWords {
  /** What the map shows, in one line: its accessible name. */
  readonly title: string;
  /** More of it, for a screen reader: theme, date, up to when the data reach. */
  readonly description: string;
  /** Start of every id in the drawing; two maps on a page need two. */
  readonly idPrefix?: string | undefined;
}

/** The `<svg>` of a scene. Every county's `<path` begins a line. All text is escaped. */
export function renderMap(scene: Scene, options: MapOptions): string {
  const prefix = options.idPrefix ?? 'map';
  const { width, height } = scene.frame;
  const svg = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'forest-map',
    viewBox: `0 0 ${width} ${height}`,
    preserveAspectRatio: 'xMidYMid meet',
    role: 'group',
    'aria-labelledby': `${prefix}-title`,
    'aria-describedby': `${prefix}-description`,
  });
  return `<svg${svg}>
<title id="${prefix}-title">${escapeMarkup(options.title)}</title>
<desc id="${prefix}-description">${escapeMarkup(options.description)}</desc>
${mapLayers(scene, prefix, options)}
</svg>`;
}

interface MoreLayers {
  /** Patterns that something beside the map, such as its legend, refers to. */
  readonly overlays?: readonly Overlay[];
  /** Markup over the areas and under every label. */
  readonly underLabels?: string;
}

/** Everything inside the `<svg>`: patterns, neighbours, counties, furniture. */
export function mapLayers(
  scene: Scene,
  prefix: string,
  words: FurnitureWords,
  more: MoreLayers = {},
): string {
  const overlays = [...scene.counties.flatMap(overlaysOf), ...(more.overlays ?? [])];
  return [
    `<defs>${patternDefs(prefix, overlays)}</defs>`,
    contextLines(scene.context),
    '<g class="map-counties">',
    ...scene.counties.map((county) => countyLink(county, prefix)),
    '</g>',
    ...(more.underLabels ? [more.underLabels] : []),
    contextLabels(scene.context),
    '<g class="map-labels" aria-hidden="true" pointer-events="none">',
    ...scene.counties.map(countyLabel),
    '</g>',
    furniture(scene.frame, words),
  ].join('\n');
}
