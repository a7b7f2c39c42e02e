/**
 * The files of an archive that belong to shapefiles, unpacked in memory. What an archive says about
 * sizes is not believed: bytes are counted while they come.
 */
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { geodataLimits, refused, type GeodataFile, type GeodataRefused } from '../place-feature.ts';

export type Unpacked =
  { readonly status: 'unpacked'; readonly files: readonly GeodataFile[] } | GeodataRefused;

const wanted = /\.(?:shp|dbf|prj|cpg)$/i;
/** Copies of the Finder's, hidden files. */
const hidden = /(?:^|\/)(?:__MACOSX\/|\.)/;

/** Names in archives made on a Chinese Windows are GBK unless flag 11 says UTF-8. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const isUtf8 = (generalPurposeBitFlag & 0x0800) !== 0;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(fileNameRaw);
  }
}

async function contentOf(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array | null> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the stream, and with it the inflating.
  for await (const chunk of stream) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > most) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function filesOf(zip: ZipFile): Promise<Unpacked> {
  const { entries, unpacked } = geodataLimits;
  const tooLarge = refused('zip-unpacks-too-large', { most: String(unpacked / 1024 / 1024) });
  const tooMany = refused('zip-too-many-entries', { most: String(entries) });
  if (zip.entryCount > entries) return tooMany;
  const files: GeodataFile[] = [];
  let [seen, left] = [0, unpacked as number];
  for await (const entry of zip.eachEntry()) {
    seen += 1;
    if (seen > entries) return tooMany;
    const name = nameOf(entry);
    if (name === '[Content_Types].xml') return refused('workbook');
    if (!wanted.test(name) || hidden.test(name)) continue;
    if (entry.isEncrypted()) return refused('zip-encrypted');
    if (!entry.canDecodeFileData()) return refused('zip-damaged');
    if (entry.uncompressedSize > left) return tooLarge;
    const bytes = await contentOf(zip, entry, left);
    if (bytes === null) return tooLarge;
    left -= bytes.length;
    files.push({ name, bytes });
  }
  return { status: 'unpacked', files };
}

/** The .shp, .dbf, .prj and .cpg of an archive. */
export async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    });
    try {
      return await filesOf(zip);
    } finally {
      zip.close();
    }
  } catch {
    // The reader, and zlib behind it, say all that is wrong with an archive by throwing.
    return refused('zip-damaged');
  }
}
