/** What a file is by its content; its name is not believed. */
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';

export type FileKind =
  | { readonly kind: 'zip' }
  | { readonly kind: 'text' }
  | { readonly kind: 'refused'; readonly reason: WorkbookRefusal };

const refused = (reason: WorkbookRefusal): FileKind => ({ kind: 'refused', reason });

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');

/** A compound file: .xls, .doc, and the shell of a workbook with a password. */
const compound = bytesOf('D0 CF 11 E0 A1 B1 1A E1');

const otherFiles = [
  '%PDF',
  '{\\rtf',
  'GIF8',
  'Rar!',
  'SQLite format 3',
  bytesOf('89 50 4E 47'), // PNG
  bytesOf('FF D8 FF'), // JPEG
  bytesOf('1F 8B'), // gzip
  bytesOf('37 7A BC AF 27 1C'), // 7z
  bytesOf('7F 45 4C 46'), // ELF
  bytesOf('4D 5A 90 00'), // Windows program
].map((start) => (typeof start === 'string' ? Buffer.from(start, 'latin1') : start));

export function fileKind(bytes: Uint8Array): FileKind {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const startsWith = (start: Buffer): boolean => file.subarray(0, start.length).equals(start);
  if (file.length === 0) return refused('empty');
  if (startsWith(compound)) return refused(compoundKind(file));
  if (startsWith(bytesOf('50 4B 03 04'))) return { kind: 'zip' };
  // A zip without parts, or one of several volumes.
  if (['50 4B 05 06', '50 4B 07 08'].some((start) => startsWith(bytesOf(start))))
    return refused('damaged');
  if (otherFiles.some(startsWith)) return refused('not-a-table');
  return isMarkup(file) ? refused('html') : { kind: 'text' };
}

/** By the names of its streams, which are UTF-16. */
function compoundKind(file: Buffer): WorkbookRefusal {
  const has = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return 'password';
  return has('Workbook') || has('Book') ? 'old-xls' : 'not-a-table';
}

/** HTML, XML or a saved web page, in any encoding of one or two bytes. */
function isMarkup(file: Buffer): boolean {
  const start = file
    .subarray(0, 2_000)
    .toString('latin1')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  return /^(<[a-z!?]|mime-version:)/i.test(start);
}
