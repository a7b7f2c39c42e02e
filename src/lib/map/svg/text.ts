/** The text of a label: its lines as `<tspan>`s, the block centred on its place. */
import { lineHeight, lineSizes, noteSize, type SceneLabel } from '../label.ts';
import { attributes, escapeMarkup } from './markup.ts';

export function labelText(label: SceneLabel): string {
  const { x, y, lines, hasName } = label;
  const sizes = lineSizes(label);
  const height = sizes.reduce((sum, size) => sum + size * lineHeight, 0);
  let top = y - height / 2;
  const spans = lines.map((line, index) => {
    const size = sizes[index] ?? noteSize;
    // The baseline lies about 0.86 of the size below the top of a Chinese character.
    const baseline = Math.round(top + size * (0.86 + (lineHeight - 1) / 2));
    top += size * lineHeight;
    const span = attributes({ x, y: baseline, class: hasName && index > 0 ? 'map-note' : null });
    return `<tspan${span}>${escapeMarkup(line)}</tspan>`;
  });
  return `<text class="map-label">${spans.join('')}</text>`;
}
