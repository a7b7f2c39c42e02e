/**
 * In which encoding a .dbf stands. What the .cpg or the language byte says is often wrong in China:
 * saved again by a program that wrote the other one, or "ANSI", which is whatever Windows it came from.
 * So what is said is tried on the text, and where it does not fit the text decides.
 */
import { refused, type GeodataLayer, type GeodataRefused } from '../place-feature.ts';

type DbfEncodingName = 'utf-8' | 'gb18030';

export interface FoundEncoding {
  readonly status: 'found';
  readonly encoding: DbfEncodingName;
  readonly from: GeodataLayer['encodingFrom'];
}

/** More garbled cells than this share of all is no encoding we know (Big5, EUC-KR, binary). */
const mostGarbled = 0.1;

/** 0x4D Chinese Windows, 0x7A PRC OEM. */
const gbkLanguageBytes = new Set([0x4d, 0x7a]);

function saidBy(cpg: string | null, languageByte: number): Omit<FoundEncoding, 'status'> | null {
  const name = (cpg ?? '').trim().toLowerCase();
  if (/utf-?8|65001/.test(name)) return { encoding: 'utf-8', from: 'cpg' };
  if (/gb|936/.test(name)) return { encoding: 'gb18030', from: 'cpg' };
  if (gbkLanguageBytes.has(languageByte)) return { encoding: 'gb18030', from: 'language-byte' };
  return null;
}

function decodes(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** The text of a cell, of which the last character may be cut off by the end of the column. */
function decodedCell(decoder: TextDecoder, bytes: Uint8Array): string | null {
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut += 1) {
    const text = decodes(decoder, bytes.subarray(0, bytes.length - cut));
    if (text !== null) return text;
  }
  return null;
}

interface Fit {
  readonly garbled: number;
  /** Chinese characters. */
  readonly han: number;
}

function fitOf(encoding: DbfEncodingName, cells: readonly Uint8Array[]): Fit {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let [garbled, han] = [0, 0];
  for (const cell of cells) {
    const text = decodedCell(decoder, cell);
    if (text === null) garbled += 1;
    else han += text.match(/\p{Script=Han}/gu)?.length ?? 0;
  }
  return { garbled, han };
}

/** The encoding of the cells, told by what is said about it and by whether that fits. */
export function findEncoding(
  cells: Iterable<Uint8Array>,
  cpg: string | null,
  languageByte: number,
): FoundEncoding | GeodataRefused {
  const said = saidBy(cpg, languageByte);
  // Plain ASCII says nothing.
  const telling = [...cells].filter((cell) => cell.some((byte) => byte >= 0x80));
  const utf8 = fitOf('utf-8', telling);
  if (telling.length === 0)
    return { status: 'found', ...(said ?? { encoding: 'utf-8', from: 'text' }) };
  // Chinese in UTF-8 is well-formed by chance about once in 50,000 names of three characters.
  const isUtf8 = utf8.garbled === 0 && utf8.han > 2;
  if (said?.encoding === 'utf-8' ? utf8.garbled === 0 : isUtf8) {
    return { status: 'found', encoding: 'utf-8', from: from(said, 'utf-8') };
  }
  const gbk = fitOf('gb18030', telling);
  const best = gbk.garbled <= utf8.garbled ? 'gb18030' : 'utf-8';
  const garbled = Math.min(gbk.garbled, utf8.garbled);
  if (garbled > mostGarbled * telling.length) return refused('unknown-encoding');
  return { status: 'found', encoding: best, from: from(said, best) };
}

function from(
  said: Omit<FoundEncoding, 'status'> | null,
  encoding: DbfEncodingName,
): GeodataLayer['encodingFrom'] {
  return said?.encoding === encoding ? said.from : 'text';
}
