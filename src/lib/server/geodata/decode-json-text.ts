/** The text of a GeoJSON file in any encoding such files come in. */
import type { GeodataLayer } from './place-feature.ts';

export type DecodedText =
  | {
      readonly status: 'decoded';
      readonly text: string;
      readonly encoding: GeodataLayer['encoding'];
    }
  | { readonly status: 'unknown-encoding' };

function decodeAs(encoding: GeodataLayer['encoding'], bytes: Uint8Array): DecodedText {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { status: 'decoded', text, encoding };
  } catch {
    return { status: 'unknown-encoding' };
  }
}

/** UTF-8 with or without its mark, UTF-16 with, else GBK; each only where every byte fits. */
export function decodeJsonText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes.includes(0)) return { status: 'unknown-encoding' };
  const utf8 = decodeAs('utf-8', bytes);
  return utf8.status === 'decoded' ? utf8 : decodeAs('gb18030', bytes);
}
