/**
 * The map as a document of its own, for /map.svg, print and embedding: it carries its colours,
 * title, date, legend and sources, and refers to nothing outside itself.
 */
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
  /** Second line: date, up to when the data reach. */
  readonly subtitle: string;
  /** The last day any of the shown was reported, for machines: `data-up-to`. */
  readonly dataUpTo: string | null;
  readonly legendTitle: string;
  readonly legend: readonly LegendEntry[];
  /** Sources, 审图号, notes: a paragraph each. */
  readonly notes: readonly string[];
  /** E.g. 演示数据, across the map; left out for real data. */
  readonly demonstration?: string | undefined;
}

const panelWidth = 640;
const padding = 40;
const headHeight = 170;
const entryHeight = 62;
const noteSize = 26;
const prefix = 'map';

/** A complete SVG document, valid XML. */
export function renderStandalone(scene: Scene, options: StandaloneOptions): string {
  const { frame } = scene;
  const width = frame.width + panelWidth;
  const height = frame.height + headHeight;
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
  const mapBox = {
    y: headHeight,
    width: frame.width,
    height: frame.height,
    viewBox: `0 0 ${frame.width} ${frame.height}`,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg${svg}>
<title id="${prefix}-title">${escapeMarkup(options.title)}</title>
<desc id="${prefix}-description">${escapeMarkup(options.description)}</desc>
<style>${styles(options.look)}</style>
<rect width="${width}" height="${height}" class="map-paper"/>
${heading(options)}
<svg${attributes(mapBox)}>
${mapLayers(scene, prefix, options, legendOverlays(options.legend))}
${stamp(scene, options.demonstration)}
</svg>
${legendPanel(frame.width, options)}
${notesPanel(frame.width, height, options)}
</svg>
`;
}

function styles(look: Look): string {
  return `
svg { ${paletteDeclarations(look).replaceAll('\n', ' ')} }
${mapStylesheet()}text { font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.map-paper { fill: var(--map-land); }
.forest-map .map-text { text-anchor: start; fill: var(--class-unknown-ink); }
.forest-map .map-heading { font-size: 52px; font-weight: 700; }
.forest-map .map-subtitle { font-size: 32px; }
.forest-map .map-legend { font-size: 32px; }
.forest-map .map-count { text-anchor: end; font-variant-numeric: tabular-nums; }
.forest-map .map-small { font-size: ${noteSize}px; fill: var(--map-context-label); }
.forest-map .map-stamp { font-size: 110px; font-weight: 700; fill: var(--class-left); fill-opacity: 0.35; }
`;
}

function heading({ title, subtitle }: StandaloneOptions): string {
  return [
    textLine(title, padding, 82, 'map-heading'),
    textLine(subtitle, padding, 136, 'map-subtitle'),
  ].join('\n');
}

function legendPanel(x: number, { legendTitle, legend }: StandaloneOptions): string {
  const top = headHeight + 40;
  const entries = legend.map((entry, index) => {
    const y = top + 30 + index * entryHeight;
    return [
      swatchShape(entry, prefix, x, y, 64, 40),
      textLine(entry.text, x + 86, y + 32, 'map-legend'),
      entry.count &&
        textLine(entry.count, x + panelWidth - padding, y + 32, 'map-legend map-count'),
    ].join('');
  });
  return [textLine(legendTitle, x, top, 'map-subtitle'), ...entries].join('\n');
}

/** The notes stand at the foot of the panel. */
function notesPanel(x: number, bottom: number, { notes }: StandaloneOptions): string {
  const lines = notes.flatMap((note) => wrapText(note, noteSize, panelWidth - padding));
  const step = Math.round(noteSize * 1.5);
  return lines
    .map((line, index) => {
      const y = bottom - padding - (lines.length - 1 - index) * step;
      return textLine(line, x, y, 'map-small');
    })
    .join('\n');
}

function stamp({ frame: { width, height } }: Scene, text: string | undefined): string {
  if (text === undefined) return '';
  const [x, y] = [width / 2, height / 2];
  const place = { x, y, class: 'map-stamp', transform: `rotate(-30 ${x} ${y})` };
  return `<text${attributes(place)}>${escapeMarkup(text)}</text>`;
}

function textLine(text: string, x: number, y: number, className: string): string {
  return `<text${attributes({ x, y, class: `map-text ${className}` })}>${escapeMarkup(text)}</text>`;
}

function legendOverlays(legend: readonly LegendEntry[]): readonly Overlay[] {
  return legend.flatMap(({ paint, patterns }) => patterns.map((pattern) => ({ pattern, paint })));
}
