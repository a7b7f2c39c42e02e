/**
 * In which bytes the text of a .dbf stands. GBK with its language byte wherever every character is in
 * GBK, because that is what a GIS on a Chinese Windows takes for granted; else UTF-8 with a .cpg.
 * See docs/decisions/0016-shapefile-out.md.
 */
import iconv from 'iconv-lite';

export interface DbfEncoding {
  readonly name: 'GBK' | 'UTF-8';
  /** Byte 29 of the header: 0x4D is Chinese Windows (code page 936); dBASE has none for UTF-8. */
  readonly languageByte: number;
  /** The content of the .cpg. */
  readonly codePage: string;
  readonly encode: (text: string) => Uint8Array;
}

const gbk: DbfEncoding = {
  name: 'GBK',
  languageByte: 0x4d,
  codePage: '936',
  encode: (text) => iconv.encode(text, 'gbk'),
};

const utf8: DbfEncoding = {
  name: 'UTF-8',
  languageByte: 0,
  codePage: 'UTF-8',
  encode: (text) => new TextEncoder().encode(text),
};

/** The encoding that holds all the texts whole. Columns repeat themselves: each text is looked at once. */
export function dbfEncodingFor(texts: Iterable<string>): DbfEncoding {
  for (const text of new Set(texts)) {
    // What GBK has no place for comes back as something else.
    if (iconv.decode(iconv.encode(text, 'gbk'), 'gbk') !== text) return utf8;
  }
  return gbk;
}

/** The same encoding, which works out each text once. */
export function remembering(encoding: DbfEncoding): DbfEncoding {
  const known = new Map<string, Uint8Array>();
  const encode = (text: string): Uint8Array => {
    const bytes = known.get(text) ?? encoding.encode(text);
    known.set(text, bytes);
    return bytes;
  };
  return { ...encoding, encode };
}

/** As many whole characters as fit into so many bytes. */
export function cutToBytes(text: string, width: number, { encode }: DbfEncoding): Uint8Array {
  const whole = encode(text);
  if (whole.length <= width) return whole;
  let [from, bytes] = ['', new Uint8Array()];
  for (const character of text) {
    const longer = encode(from + character);
    if (longer.length > width) break;
    [from, bytes] = [from + character, new Uint8Array(longer)];
  }
  return bytes;
}
