/** The zip that a workbook is, looked at before anything in it is believed. */
import { crc32 } from 'node:zlib';
import * as yauzl from 'yauzl';
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';
import { largestUnpacked, mostParts } from './limits.ts';

export interface Archive {
  /** Of every part, as the zip writes it. */
  readonly names: readonly string[];
  /** The bytes of a part, inflated while they are read; `null` without such a part. Capitals do not matter. */
  open(name: string): Promise<AsyncIterable<Uint8Array> | null>;
}

export type OpenedArchive =
  | { readonly status: 'opened'; readonly archive: Archive }
  | { readonly status: 'refused'; readonly reason: WorkbookRefusal };

/**
 * Opens the zip and inflates every part once without keeping it: counts what really comes out, holds it
 * against the checksum and the stated size, and looks for declared entities in the XML.
 */
export async function openArchive(bytes: Uint8Array): Promise<OpenedArchive> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Sizes are counted here: a part larger than it says is a bomb, not only a fault.
    const zip = await yauzl.fromBufferPromise(buffer, { validateEntrySizes: false });
    if (zip.entryCount > mostParts) return { status: 'refused', reason: 'too-many-parts' };
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return { status: 'refused', reason: 'password' };
      // Two parts of one name: which of them is read would be chance.
      if (entries.has(keyOf(entry.fileName))) return { status: 'refused', reason: 'damaged' };
      entries.set(keyOf(entry.fileName), entry);
    }
    const reason = findForeign([...entries.keys()]) ?? (await inflateAll(zip, entries));
    if (reason !== null) return { status: 'refused', reason };
    return {
      status: 'opened',
      archive: {
        names: [...entries.values()].map((entry) => entry.fileName),
        open: async (name) => {
          const entry = entries.get(keyOf(name));
          return entry === undefined ? null : zip.openReadStreamPromise(entry);
        },
      },
    };
  } catch {
    // Not a zip from beginning to end, a name that leads out of it, or a stream that does not inflate.
    return { status: 'refused', reason: 'damaged' };
  }
}

const keyOf = (name: string): string => name.toLowerCase();

/** What is no plain workbook, by its parts. */
function findForeign(names: readonly string[]): WorkbookRefusal | null {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/(^|\/)vbaproject\.bin$/) || has(/^xl\/macrosheets\//)) return 'macros';
  if (has(/^encryptedpackage$/)) return 'password';
  if (has(/^xl\/workbook\.bin$/) || has(/^(mimetype|content\.xml)$/)) return 'other-workbook';
  if (has(/^(word|ppt|visio)\//) || !has(/^\[content_types\]\.xml$/)) return 'not-a-table';
  return null;
}

async function inflateAll(
  zip: yauzl.ZipFile,
  entries: ReadonlyMap<string, yauzl.Entry>,
): Promise<WorkbookRefusal | null> {
  let total = 0;
  for (const [name, entry] of entries) {
    if (name.endsWith('/')) continue;
    const isXml = /\.(xml|rels|vml)$/.test(name);
    let size = 0;
    let checksum = 0;
    let words: Buffer | null = null;
    let tail: Buffer = Buffer.alloc(0);
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      total += bytes.length;
      if (total > largestUnpacked) return 'unpacks-too-large';
      checksum = crc32(bytes, checksum);
      if (!isXml) continue;
      words ??= declarationIn(bytes);
      const seam = Buffer.concat([tail, bytes.subarray(0, words.length)]);
      if (bytes.includes(words) || seam.includes(words)) return 'entities';
      tail = bytes.subarray(-words.length);
    }
    if (size !== entry.uncompressedSize || checksum !== entry.crc32) return 'damaged';
  }
  return null;
}

/** What begins a document type, without which there are no entities, in the encoding the part begins in. */
function declarationIn(start: Buffer): Buffer {
  const declaration = '<!DOCTYPE';
  const isUtf16 = ['fffe', 'feff'].includes(start.subarray(0, 2).toString('hex'));
  // Without its last byte it is found in either order of bytes.
  return isUtf16
    ? Buffer.from(declaration, 'utf16le').subarray(0, -1)
    : Buffer.from(declaration, 'latin1');
}
