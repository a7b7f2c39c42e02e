/**
 * Work that stops when the browser has gone. SvelteKit's `request.signal` is aborted only while the body
 * is still on its way: afterwards nothing but the connection tells that nobody waits for the answer.
 */
import type { RequestEvent } from '@sveltejs/kit';

/** Runs the task; its signal is aborted once the connection of the request has closed. */
export async function whileWanted<Answer>(
  { platform }: Pick<RequestEvent, 'platform'>,
  task: (wanted: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  // The server of `npm run dev` gives no connection.
  const socket = platform?.req.socket;
  if (socket?.destroyed) leave();
  socket?.once('close', leave);
  try {
    return await task(gone.signal);
  } finally {
    // The connection may bring other requests.
    socket?.off('close', leave);
  }
}
