/** Reads what somebody sent who is not, or no longer, signed in. */
import { error } from '@sveltejs/kit';
import { heldForm, type HeldForm } from './held-form.ts';

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
  return heldForm(bytes, type);
}
