/**
 * The rules that colour the drawing. They refer to custom properties alone, so one SVG serves all
 * looks. `styles/map.css` is this text, for the page; a standalone SVG carries it with the values.
 */
import { paintKeys } from '../palette.ts';
import { nameSize, noteSize } from '../label.ts';

export function mapStylesheet(): string {
  const paints = paintKeys.map(
    (key) =>
      `.paint-${key} { --map-fill: var(--class-${key}); --map-ink: var(--class-${key}-ink); }`,
  );
  return `${paints.join('\n')}
.forest-map { background: var(--map-land); fill-rule: evenodd; forced-color-adjust: none; }
.forest-map text { text-anchor: middle; font-size: ${noteSize}px; stroke-linejoin: round; paint-order: stroke; }
.map-county { fill: var(--map-fill); }
.map-county path { stroke: var(--map-border); stroke-width: 1.25px; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.map-county use { stroke: none; pointer-events: none; }
.map-county .map-label { fill: var(--map-ink); stroke: var(--map-fill); stroke-width: 10px; font-size: ${nameSize}px; font-weight: 600; }
.map-county .map-note { font-size: ${noteSize}px; font-weight: 400; }
.map-county .map-dots { stroke: var(--map-ink); stroke-width: 2.5px; stroke-dasharray: 7 5; vector-effect: non-scaling-stroke; }
.map-county.is-dimmed > path { fill: var(--map-land); fill: color-mix(in srgb, var(--map-fill) 16%, var(--map-land)); }
.map-county.is-dimmed > use { opacity: 0.12; }
.map-county.is-dimmed .map-label { fill: var(--map-context-label); stroke: var(--map-land); }
.map-county.is-selected > path { stroke: var(--map-selected); stroke-width: 3px; }
.map-county:focus { outline: none; }
.map-county:hover > path { stroke: var(--map-selected); stroke-width: 2.5px; }
.map-county:focus-visible > path { stroke: var(--map-focus); stroke-width: 8px; }
.map-ink path { stroke: var(--map-ink); fill: none; }
.map-ink circle { fill: var(--map-ink); }
.map-swatch-fill { fill: var(--map-fill); stroke: var(--map-border); stroke-width: 1px; }
.map-swatch-fill.is-possible { stroke: var(--map-ink); stroke-width: 1.5px; stroke-dasharray: 4 3; }
.map-context path { fill: none; stroke: var(--map-context-line); stroke-width: 1.5px; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.map-context .is-approximate { stroke-dasharray: 2 4; }
.map-context text, .map-furniture text { fill: var(--map-context-label); stroke: var(--map-land); stroke-width: 8px; }
.map-context text { letter-spacing: 4px; }
.map-furniture text { font-size: 27px; text-anchor: start; }
.map-furniture .map-caption { text-anchor: end; }
.map-furniture .map-north { text-anchor: middle; }
.map-arrow { fill: var(--map-context-label); }
.map-scale { fill: none; stroke: var(--map-context-label); stroke-width: 3px; }
`;
}
