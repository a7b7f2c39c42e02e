/**
 * Runs an HTTP handler without a connection and takes its answer as a value, so that one rendering
 * can serve many readers.
 */
import { IncomingMessage, ServerResponse, type RequestListener } from 'node:http';
import { Socket } from 'node:net';

export interface CaptureRequest {
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Captured {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string | readonly string[]>;
  readonly body: Buffer;
}

/** The handler's answer to a GET. Rejects where the handler breaks its answer off. */
export function capture(handler: RequestListener, request: CaptureRequest): Promise<Captured> {
  return new Promise((resolve, reject) => {
    const incoming = new IncomingMessage(new Socket());
    incoming.method = 'GET';
    incoming.url = request.target;
    // No host of the reader's: what is made once must not speak of one reader's address.
    incoming.headers = { host: 'localhost', ...request.headers };
    incoming.push(null);

    const response = new ServerResponse(incoming);
    const chunks: Buffer[] = [];
    const take = (chunk: unknown): void => {
      if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    // The three ways a handler can speak to the connection that is not there.
    response.write = (chunk: unknown) => {
      take(chunk);
      return true;
    };
    response.end = (chunk?: unknown) => {
      take(chunk);
      resolve({
        status: response.statusCode,
        headers: headersOf(response),
        body: Buffer.concat(chunks),
      });
      return response;
    };
    response.destroy = (error?: Error) => {
      reject(error ?? new Error('The handler broke its answer off.'));
      return response;
    };
    try {
      // SvelteKit's handler is asynchronous and answers with a promise that the type does not show.
      Promise.resolve(handler(incoming, response) as unknown).catch(reject);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function headersOf(response: ServerResponse): Map<string, string | readonly string[]> {
  const headers = new Map<string, string | readonly string[]>();
  for (const [name, value] of Object.entries(response.getHeaders())) {
    if (value !== undefined) headers.set(name, typeof value === 'number' ? String(value) : value);
  }
  return headers;
}
