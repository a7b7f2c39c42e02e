import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { paletted } from './paletted-png.ts';

/** As Chromium writes it, for a reader that checks no sums: RGB, no filter. */
function screenshot(width: number, rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [
    ['IHDR', header],
    ['IDAT', deflateSync(Buffer.from(rows.flatMap((row) => [0, ...row])))],
    ['IEND', Buffer.alloc(0)],
  ] as const;
  return Buffer.concat([
    Buffer.alloc(8),
    ...chunks.flatMap(([name, data]) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(data.length);
      return [length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)];
    }),
  ]);
}

function chunkOf(png: Buffer, name: string): Buffer {
  const at = png.indexOf(name, 0, 'latin1');
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

describe('a paletted PNG', () => {
  it('keeps every pixel of a picture of few colours', () => {
    const [white, green] = [
      [255, 255, 255],
      [30, 99, 59],
    ];
    const png = paletted(
      screenshot(2, [
        [...white, ...green],
        [...white, ...white],
      ]),
    );
    expect([...chunkOf(png, 'PLTE')]).toEqual([...white, ...green]);
    expect([...inflateSync(chunkOf(png, 'IDAT'))]).toEqual([0, 0, 1, 0, 0, 0]);
  });

  it('gives a colour that found no room the nearest of those that did', () => {
    // Each of 256 greys-and-reds twice, and once a colour one step beside the first of them.
    const common = Array.from({ length: 256 }, (_, red) => [red, 0, 0]);
    const row = [...common, ...common, [200, 1, 0]].flat();
    const png = paletted(screenshot(513, [row]));
    const palette = chunkOf(png, 'PLTE');
    const last = inflateSync(chunkOf(png, 'IDAT')).at(-1) ?? 0;
    expect(palette).toHaveLength(256 * 3);
    expect([...palette.subarray(last * 3, last * 3 + 3)]).toEqual([200, 0, 0]);
  });
});
