/** What a file is by its content, whatever it is called; a file that was cut off is none. */
import type { AttachedFile } from '../../domain/recorded-submission.ts';

export type MediaType = AttachedFile['mediaType'];

/** The kind of the file, or `null`: none of those that are taken, or not whole. */
export function fileKind(bytes: Uint8Array): MediaType | null {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isJpeg(content)) return 'image/jpeg';
  if (isPng(content)) return 'image/png';
  return isPdf(content) ? 'application/pdf' : null;
}

/** ISO 32000-1 Annex H, note 13 and 18: readers look for the header and the end mark in 1024 bytes. */
function isPdf(content: Buffer): boolean {
  const end = Math.max(0, content.length - 1024);
  return (
    content.subarray(0, 1024).includes('%PDF-', 0, 'latin1') &&
    content.subarray(end).includes('%%EOF', 0, 'latin1')
  );
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Chunks of length, type, data and checksum, the first IHDR, the last IEND (PNG §5). */
function isPng(content: Buffer): boolean {
  if (!content.subarray(0, 8).equals(pngSignature)) return false;
  for (let at = 8; at + 12 <= content.length;) {
    const type = content.toString('latin1', at + 4, at + 8);
    if ((at === 8) !== (type === 'IHDR')) return false;
    if (type === 'IEND') return true;
    at += content.readUInt32BE(at) + 12;
  }
  return false;
}

/**
 * Segments up to the scan, then its end (ITU-T T.81 Annex B). The segments are walked over: a preview
 * among them has an end mark of its own. Telephones append data of their own to the end.
 */
function isJpeg(content: Buffer): boolean {
  if (content.length < 4 || content.readUInt16BE(0) !== 0xffd8) return false;
  for (let at = 2; at + 4 <= content.length && content[at] === 0xff;) {
    const marker = content[at + 1];
    if (marker === 0xff) {
      // A fill byte.
      at += 1;
    } else if (marker === 0xda) {
      return content.indexOf(Buffer.from([0xff, 0xd9]), at) !== -1;
    } else {
      at += 2 + content.readUInt16BE(at + 2);
    }
  }
  return false;
}
