/** A text as a QR code (ISO/IEC 18004), to be drawn as one SVG path. */
import { encode } from 'uqr';

export interface QrCodePath {
  /** Modules on a side, without the quiet zone. */
  readonly size: number;
  /** The dark modules, one unit each, a run of them in one stroke. */
  readonly path: string;
}

/** Error correction M (15 %), as authenticator apps expect of a screen. */
export function qrCodePath(text: string): QrCodePath {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const runs = data.flatMap((row, y) =>
    darkRuns(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
  );
  return { size, path: runs.join('') };
}

function darkRuns(row: readonly boolean[]): readonly (readonly [start: number, width: number])[] {
  const runs: (readonly [number, number])[] = [];
  let start: number | null = null;
  for (let x = 0; x <= row.length; x++) {
    if (row[x] && start === null) start = x;
    else if (!row[x] && start !== null) {
      runs.push([start, x - start]);
      start = null;
    }
  }
  return runs;
}
