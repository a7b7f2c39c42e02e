/** What sizes alone forbid: not worth reading, nor copying into a process. */
import { largestFile, longestPaste } from './limits.ts';
import type { ReadWorkbook } from './workbook.ts';

type Refused = Extract<ReadWorkbook, { status: 'refused' }>;

/** `null`: the file may be read. Sizes in megabytes. */
export function fileRefusal({ length }: Uint8Array): Refused | null {
  if (length === 0) return { status: 'refused', reason: 'empty' };
  if (length <= largestFile) return null;
  // Rounded up, so that it never reads as the limit itself.
  const values = { size: String(Math.ceil(length / 1e5) / 10), limit: String(largestFile / 1e6) };
  return { status: 'refused', reason: 'too-large', values };
}

/** `null`: the pasted text may be read. Lengths in thousands of characters. */
export function pasteRefusal({ length }: string): Refused | null {
  if (length <= longestPaste) return null;
  const values = { thousands: String(Math.ceil(length / 1e3)), limit: String(longestPaste / 1e3) };
  return { status: 'refused', reason: 'too-large', values };
}
