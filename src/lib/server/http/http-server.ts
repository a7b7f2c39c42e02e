/** The listening server: limits against slow and endless requests, and an orderly end. */
import { createServer, type RequestListener, type Server } from 'node:http';

const second = 1000;

/** Milliseconds. A reader on a bad line gets time; one that sends a byte now and then does not. */
const patience = {
  headersTimeout: 15 * second,
  // 20 MB over 2 Mbit/s take 80 s; who is not signed in has less (direct-gates.ts).
  requestTimeout: 300 * second,
  keepAliveTimeout: 65 * second,
  connectionsCheckingInterval: 5 * second,
};

/** A server for the listener, not yet listening. */
export function createHttpServer(listener: RequestListener, limits = patience): Server {
  const server = createServer({ maxHeaderSize: 16 * 1024, ...limits }, listener);
  // A page over a slow line may take long, a connection on which nothing moves is dropped.
  server.setTimeout(120 * second);
  return server;
}

export type Listening =
  | { readonly status: 'listening'; readonly port: number }
  | { readonly status: 'failed'; readonly code: string };

/** Connections the system holds while the process is busy; by default more than 500. */
const backlog = 2048;

/** Starts listening; `host` `null` is every address of the machine, port 0 a free port. */
export function listen(server: Server, port: number, host: string | null): Promise<Listening> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: 'failed', code: error.code ?? error.message }),
    );
    server.listen({ port, backlog, ...(host !== null && { host }) }, () => {
      const address = server.address();
      const bound = address !== null && typeof address === 'object' ? address.port : port;
      resolve({ status: 'listening', port: bound });
    });
  });
}

/**
 * Takes no new connection, lets the requests in hand finish, and resolves. Those still open after
 * `graceMilliseconds` are cut.
 */
export function close(server: Server, graceMilliseconds = 10 * second): Promise<void> {
  return new Promise((resolve) => {
    // A connection kept alive becomes idle only after its answer, so idle ones are closed repeatedly.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
