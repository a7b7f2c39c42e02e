/**
 * Tells open pages that the data is new (issue 3, "Live"): server-sent events, and a plain answer to
 * poll where something on the way holds events back.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Server-sent events: one `version` event at once, and one for each new version. */
export const livePath = '/live';
/** The present version as JSON, for polling. */
export const liveVersionPath = '/live/version';

/** Milliseconds. Shorter than the silence after which proxies and our own server cut a line. */
const heartbeat = 20_000;
const reconnect = 2_000;
const maxReaders = 5_000;
const retryAfterSeconds = 30;

export interface EventStream {
  /** Answers the request if it is for a live address; `false`: it is not. */
  take(request: IncomingMessage, response: ServerResponse, path: string): boolean;
  /** Sends the version to everybody who listens. */
  publish(version: string): void;
  /** Ends every stream, so that a server that stops need not wait for them. */
  close(): void;
}

/** `headers`: on every answer. `version`: the present one. */
export function createEventStream(
  version: () => string,
  headers: Readonly<Record<string, string>>,
  limit = maxReaders,
): EventStream {
  const readers = new Set<ServerResponse>();
  const beat = setInterval(() => {
    for (const reader of readers) reader.write(':\n\n');
  }, heartbeat);
  beat.unref();

  function stream(request: IncomingMessage, response: ServerResponse): void {
    if (readers.size >= limit) {
      response.writeHead(503, { ...headers, 'retry-after': String(retryAfterSeconds) }).end();
      return;
    }
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // nginx would wait for more before it passes a line on.
      'x-accel-buffering': 'no',
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    readers.add(response);
    response.once('close', () => readers.delete(response));
    response.write(`retry: ${reconnect}\n${message(version())}`);
  }

  return {
    take(request, response, path) {
      if (path !== livePath && path !== liveVersionPath) return false;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
      } else if (path === livePath) {
        stream(request, response);
      } else {
        response
          .writeHead(200, {
            ...headers,
            'content-type': 'application/json',
            'cache-control': 'no-store',
          })
          .end(request.method === 'HEAD' ? undefined : JSON.stringify({ version: version() }));
      }
      return true;
    },
    publish(newest) {
      for (const reader of readers) reader.write(message(newest));
    },
    close() {
      clearInterval(beat);
      for (const reader of readers) reader.end();
      readers.clear();
    },
  };
}

function message(version: string): string {
  return `event: version\ndata: ${version}\n\n`;
}
