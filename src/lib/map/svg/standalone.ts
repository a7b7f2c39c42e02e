/**
 * The map as a document of its own, for /map.svg, print and embedding: it carries its colours,
 * title, date, legend and sources, and refers to nothing outside itself.
 */
import { textWidth } from '../label.ts';
import type { Overlay } from '../overlay.ts';
import { paletteDeclarations, type Look } from '../palette.ts';
import type { Scene } from '../scene.ts';
import { wrapText } from '../wrap.ts';
import { attributes, escapeMarkup } from './markup.ts';
import { mapLayers, type MapOptions } from './render.ts';
import { mapStylesheet } from './stylesheet.ts';
import { swatchShape, type Swatch } from './swatch.ts';

export interface LegendEntry extends Swatch {
  readonly text: string;
  /** How many, with its unit; empty for an explanation. */
  readonly count: string;
}

export interface StandaloneOptions extends MapOptions {
  readonly look: Look;
  readonly language: string;
  /** Whose map it is, over the title. */
  readonly siteName: string;
  /** Under the title: date, up to when the data reach. */
  readonly subtitle: string;
  /** The last day any of the shown was reported, for machines: `data-up-to`. */
  readonly dataUpTo: string | null;
  readonly legendTitle: string;
  readonly legend: readonly LegendEntry[];
  /** Sources, 审图号, notes: a paragraph each. */
  readonly notes: readonly string[];
  /** E.g. 演示数据, beside the title and across the map; left out for real data. */
  readonly demonstration?: string | undefined;
}

const panelWidth = 640;
const padding = 48;
const headingSize = 52;
const headingStep = 66;
const textSize = 32;
const textStep = 42;
const swatchWidth = 64;
const entryGap = 22;
const noteSize = 26;
const noteStep = 38;
/** A bold letter is wider than `textWidth` takes it for. */
const boldness = 1.12;
const prefix = 'map';

/** A complete SVG document, valid XML. */
export function renderStandalone(scene: Scene, options: StandaloneOptions): string {
  const { frame } = scene;
  const width = frame.width + panelWidth + 3 * padding;
  const titleLines = wrapText(options.title, headingSize * boldness, width - 2 * padding);
  const top = 170 + titleLines.length * headingStep;
  const height = frame.height + top + padding;
  const panel = frame.width + 2 * padding;
  const svg = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'forest-map',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    lang: options.language,
    'aria-labelledby': `${prefix}-title`,
    'aria-describedby': `${prefix}-description`,
    'data-up-to': options.dataUpTo,
  });
  const size = { width: frame.width, height: frame.height };
  const mapBox = { x: padding, y: top, ...size, viewBox: `0 0 ${frame.width} ${frame.height}` };
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg${svg}>
<title id="${prefix}-title">${escapeMarkup(options.title)}</title>
<desc id="${prefix}-description">${escapeMarkup(options.description)}</desc>
<style>${styles(options, frame.width)}</style>
<rect width="${width}" height="${height}" class="map-paper"/>
${heading(titleLines, options, width - padding)}
<svg${attributes(mapBox)}>
<rect${attributes({ ...size, class: 'map-ground' })}/>
${mapLayers(scene, prefix, options, {
  overlays: legendOverlays(options.legend),
  underLabels: stamp(scene, options.demonstration),
})}
</svg>
${legendPanel(panel, top, options)}
${notesPanel(panel, top + frame.height, options)}
</svg>
`;
}

function styles({ look, demonstration = '' }: StandaloneOptions, width: number): string {
  // As large as lets the whole word stand on the map.
  const stampSize = Math.floor(
    Math.min(120, (0.88 * width) / Math.max(1, textWidth(demonstration, boldness))),
  );
  return `
svg { ${paletteDeclarations(look).replaceAll('\n', ' ')} }
${mapStylesheet()}text { font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.map-paper { fill: var(--class-unknown); }
.map-ground { fill: var(--map-land); }
.forest-map .map-text { text-anchor: start; fill: var(--class-unknown-ink); font-size: ${textSize}px; }
.forest-map .map-heading { font-size: ${headingSize}px; font-weight: 700; }
.forest-map .map-mark { text-anchor: end; font-weight: 700; }
.forest-map .map-legend-title { font-weight: 700; }
.forest-map .map-count { text-anchor: end; font-variant-numeric: tabular-nums; }
.forest-map .map-small { font-size: ${noteSize}px; fill: var(--map-context-label); }
.forest-map .map-stamp { font-size: ${stampSize}px; font-weight: 700; fill: var(--class-left); fill-opacity: 0.3; stroke: none; }
`;
}

function heading(
  titleLines: readonly string[],
  { siteName, subtitle, demonstration }: StandaloneOptions,
  right: number,
): string {
  const end = 82 + titleLines.length * headingStep;
  return [
    textLine(siteName, padding, 76, 'map-site'),
    demonstration === undefined ? '' : textLine(demonstration, right, 76, 'map-mark'),
    ...titleLines.map((line, index) =>
      textLine(line, padding, 82 + (index + 1) * headingStep, 'map-heading'),
    ),
    textLine(subtitle, padding, end + 54, 'map-subtitle'),
  ]
    .filter(Boolean)
    .join('\n');
}

function legendPanel(x: number, top: number, { legendTitle, legend }: StandaloneOptions): string {
  const textX = x + swatchWidth + 22;
  let y = top + 62;
  const entries = legend.map((entry) => {
    const room = panelWidth - (textX - x) - 24 - textWidth(entry.count, textSize);
    const lines = wrapText(entry.text, textSize, room);
    const middle = y + (lines.length * textStep) / 2;
    const baseline = (index: number): number => y + index * textStep + 32;
    const drawn = [
      swatchShape(entry, prefix, x, middle - 20, swatchWidth, 40),
      ...lines.map((line, index) => textLine(line, textX, baseline(index), 'map-legend')),
      entry.count && textLine(entry.count, x + panelWidth, middle + 11, 'map-legend map-count'),
    ];
    y += lines.length * textStep + entryGap;
    return drawn.join('');
  });
  return [textLine(legendTitle, x, top + 30, 'map-legend-title'), ...entries].join('\n');
}

/** The notes stand at the foot of the panel, a little apart from one another. */
function notesPanel(x: number, bottom: number, { notes }: StandaloneOptions): string {
  const paragraphs = notes.map((note) => wrapText(note, noteSize, panelWidth));
  const lines = paragraphs.flatMap((paragraph, index) =>
    paragraph.map((line) => ({ line, shift: index * 10 })),
  );
  const last = lines.at(-1)?.shift ?? 0;
  return lines
    .map(({ line, shift }, index) => {
      const y = bottom - 8 - last + shift - (lines.length - 1 - index) * noteStep;
      return textLine(line, x, y, 'map-small');
    })
    .join('\n');
}

function stamp({ frame: { width, height } }: Scene, text: string | undefined): string {
  if (text === undefined) return '';
  return [0.22, 0.52, 0.82]
    .map((share) => {
      const [x, y] = [width / 2, Math.round(height * share)];
      const place = { x, y, class: 'map-stamp', transform: `rotate(-20 ${x} ${y})` };
      return `<text${attributes(place)}>${escapeMarkup(text)}</text>`;
    })
    .join('');
}

function textLine(text: string, x: number, y: number, className: string): string {
  return `<text${attributes({ x, y, class: `map-text ${className}` })}>${escapeMarkup(text)}</text>`;
}

function legendOverlays(legend: readonly LegendEntry[]): readonly Overlay[] {
  return legend.flatMap(({ paint, patterns }) => patterns.map((pattern) => ({ pattern, paint })));
}
