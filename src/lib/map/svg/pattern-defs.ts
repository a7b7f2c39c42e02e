/** `<pattern>` elements, one for every pattern and class that a drawing uses, in the class's ink. */
import { overlayId, type Overlay } from '../overlay.ts';
import { palettes } from '../palette.ts';
import { patterns } from '../patterns.ts';
import { attributes } from './markup.ts';

/** The definitions of all overlays given, none twice. `scale`: size of a unit against the map's. */
export function patternDefs(prefix: string, overlays: readonly Overlay[], scale = 1): string {
  const byId = new Map(overlays.map((overlay) => [overlayId(prefix, overlay), overlay]));
  return [...byId].map(([id, overlay]) => patternDef(id, overlay, scale)).join('\n');
}

function patternDef(id: string, { pattern, paint }: Overlay, scale: number): string {
  const { size, lines, dots, weight, opacity } = patterns[pattern];
  const ink = palettes.light.classes[paint].ink;
  const tile = attributes({
    id,
    class: `map-ink paint-${paint}`,
    width: size,
    height: size,
    patternUnits: 'userSpaceOnUse',
    patternTransform: scale === 1 ? null : `scale(${scale})`,
  });
  const strokes = lines.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('');
  const stroke = attributes({ d: strokes, stroke: ink, 'stroke-width': weight, opacity });
  const discs = dots.map(
    ([cx, cy]) => `<circle${attributes({ cx, cy, r: weight, fill: ink, opacity })}/>`,
  );
  return `<pattern${tile}>${strokes && `<path${stroke}/>`}${discs.join('')}</pattern>`;
}
