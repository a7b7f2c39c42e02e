/** The patterns as images for MapLibre, drawn from the same definition as the SVG's. */
import type { Overlay } from '../overlay.ts';
import { palettes, type Look } from '../palette.ts';
import { patterns, type Pattern } from '../patterns.ts';
import type { PatternSize } from './pattern-size.ts';

/** The image of a pattern in a class's ink; `null` where the browser gives no 2D context. */
export function patternImage(overlay: Overlay, look: Look, size: PatternSize): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = size.side;
  canvas.height = size.side;
  const context = canvas.getContext('2d');
  if (!context) return null;
  const pattern = patterns[overlay.pattern];
  const { ink } = palettes[look].classes[overlay.paint];
  const scale = size.side / size.repeat / pattern.size;
  context.globalAlpha = pattern.opacity;
  context.strokeStyle = ink;
  context.fillStyle = ink;
  context.lineWidth = pattern.weight;
  for (let row = 0; row < size.repeat; row++) {
    for (let column = 0; column < size.repeat; column++) {
      context.setTransform(
        new DOMMatrix([scale, 0, 0, scale, 0, 0]).translate(
          column * pattern.size,
          row * pattern.size,
        ),
      );
      drawTile(context, pattern);
    }
  }
  return context.getImageData(0, 0, size.side, size.side);
}

/** One tile, cut at its edges as an SVG `<pattern>` cuts it. */
function drawTile(context: CanvasRenderingContext2D, { size, lines, dots, weight }: Pattern): void {
  context.save();
  context.beginPath();
  context.rect(0, 0, size, size);
  context.clip();
  context.beginPath();
  for (const [x1, y1, x2, y2] of lines) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
  for (const [x, y] of dots) {
    context.beginPath();
    context.arc(x, y, weight, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
}
