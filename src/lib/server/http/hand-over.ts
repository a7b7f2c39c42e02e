/**
 * Hands a request to SvelteKit's handler and hears what the handler leaves unheard: what it throws or
 * rejects with, a file that cannot be read, a reader who leaves amid one. Each of the first would end the
 * process; each file left open keeps a descriptor for good.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

/** `failed` hears of each fault; the answer may have begun by then. */
export function handOver(
  handler: RequestListener,
  request: IncomingMessage,
  response: ServerResponse,
  failed: (error: unknown) => void,
): void {
  // The handler's file server (sirv) throws on `bytes=5-2` and takes `bytes=-5` for the first five. A
  // server may leave a range out of account (RFC 9110 §14.2), and no file here is long.
  delete request.headers.range;
  // It pipes a file without listening to it.
  response.on('pipe', (file: Readable) => {
    file.once('error', failed);
    response.once('close', () => file.destroy());
  });
  try {
    // The handler is asynchronous and answers with a promise that the type does not show.
    Promise.resolve(handler(request, response) as unknown).catch(failed);
  } catch (error) {
    failed(error);
  }
}
