/**
 * Tells open pages that the data is new (issue 3, "Live"): server-sent events, and a plain answer to
 * poll where something on the way holds events back.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Server-sent events: one `version` event at once, and one for each new version. */
export const livePath = '/live';
/** The present version as JSON, for polling. */
export const liveVersionPath = '/live/version';

/** Milliseconds. Shorter than the silence after which proxies and our own server cut a line. */
const heartbeat = 20_000;
const reconnect = 2_000;
const maxReaders = 5_000;
/** Bytes not taken off our hands after which a reader counts as gone; a message has some 40. */
const mostUnread = 16 * 1024;
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
  /** One for each connection: requests sent ahead on it would take the places of others. */
  const connections = new WeakSet<Socket>();
  const beat = setInterval(() => tell(':\n\n'), heartbeat);
  beat.unref();

  /** Who does not read is not kept in memory for: the page connects again when it wakes. */
  function tell(text: string): void {
    for (const reader of readers) {
      if (reader.writableLength > mostUnread) reader.destroy();
      else reader.write(text);
    }
  }

  function stream(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    if (readers.size >= limit || connections.has(socket)) {
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
    connections.add(socket);
    response.once('close', () => {
      readers.delete(response);
      connections.delete(socket);
    });
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
      tell(message(newest));
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
