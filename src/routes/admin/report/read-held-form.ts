/** What somebody typed who is not, or no longer, signed in: the texts, and the names of the files. */
import { error } from '@sveltejs/kit';
import { guardedForm } from './typed-part.ts';

export interface HeldForm {
  readonly data: FormData;
  /** Names of chosen files; their content is not read for a stranger. */
  readonly files: readonly string[];
}

/** Bytes kept of the body: far more than its texts, far less than a file. */
const keptBytes = 512 * 1024;

/**
 * Reads the texts of a multipart form, which stand before its files, and lets the rest run past, so
 * that nobody fills the memory without signing in. The rest is still taken from the network: an
 * answer in the middle of an upload is lost on the way.
 */
export async function readHeldForm(request: Request): Promise<HeldForm> {
  const type = request.headers.get('content-type') ?? '';
  const kept: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      if (size < keptBytes) kept.push(chunk);
      size += chunk.length;
    }
  } catch {
    // Broken off on the way: a fault of the line, and nobody is there to be answered.
    error(400);
  }
  const bytes = Buffer.concat(kept).subarray(0, keptBytes);
  return guardedForm(bytes, type);
}
