/** Content codings: which one a reader gets, and the body in it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Below this a coding costs more than it saves: everything fits into one packet. */
const smallestCompressed = 512;
const brotliQuality = 9;
const gzipLevel = 9;

/** The best coding the `Accept-Encoding` header allows (RFC 9110 §12.5.3). */
export function negotiateEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const weights = new Map<string, number>();
  for (const part of header.slice(0, 200).toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';');
    const quality = parameters
      .map((text) => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(text)?.[1])
      .find(Boolean);
    weights.set(coding.trim(), Number(quality ?? 1) || 0);
  }
  const weight = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0;
  const br = weight('br');
  const gz = Math.max(weight('gzip'), weights.get('x-gzip') ?? 0);
  if (br > 0 && br >= gz) return 'br';
  return gz > 0 ? 'gzip' : 'identity';
}

/** The body in the coding, and the coding it really has: a small body stays as it is. */
export async function encodeBody(
  body: Buffer,
  encoding: Encoding,
): Promise<{ readonly body: Buffer; readonly encoding: Encoding }> {
  if (encoding === 'identity' || body.length < smallestCompressed)
    return { body, encoding: 'identity' };
  switch (encoding) {
    case 'br':
      return {
        encoding,
        body: await brotli(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
          },
        }),
      };
    case 'gzip':
      return { encoding, body: await gzipAsync(body, { level: gzipLevel }) };
  }
}
