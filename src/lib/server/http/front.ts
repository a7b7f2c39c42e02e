/**
 * The HTTP front before SvelteKit's handler. Shared addresses are answered from the cache; what it
 * renders from is exactly what the key holds, so no header of one reader can reach another.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { guarded, type Answer } from './answer.ts';
import { bodyFault } from './body-limit.ts';
import { capture } from './capture.ts';
import { isUnchanged } from './conditional.ts';
import { createDirectGates } from './direct-gates.ts';
import { negotiateEncoding } from './encoding.ts';
import { handOver } from './hand-over.ts';
import { refusal, type RefusalKind } from './refusal.ts';
import { RenderGate, type GateLimits } from './render-gate.ts';
import type { EventStream } from '../live/event-stream.ts';
import { readTarget, tidyHost } from './request-target.ts';
import { ResponseCache, type Generation } from './response-cache.ts';
import { readerKey } from './reader-key.ts';
import { inertPolicy } from './security-headers.ts';
import { isMachinePath, isOfficePath, isSharedPath } from './shared-paths.ts';

export interface FrontOptions {
  /** SvelteKit's handler. */
  readonly handler: RequestListener;
  /** The data version and the day in Asia/Shanghai of this moment. */
  readonly generation: () => Generation;
  /** On every answer that is not from the handler, and on files. Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Tells open pages of new data. */
  readonly live?: EventStream;
  readonly maxCacheBytes?: number;
  readonly limits?: GateLimits;
  /** The same for addresses that are not shared. */
  readonly directLimits?: GateLimits;
  /** Whether somebody signed in asks: strangers' bodies wait in queues of their own. */
  readonly isSignedIn?: (request: IncomingMessage) => Promise<boolean>;
  readonly logError?: (error: unknown, method: string, path: string) => void;
}

const megabyte = 1024 * 1024;
/** Answered whatever the load: who watches the process must not take busy for dead. */
const healthPaths: ReadonlySet<string> = new Set(['/healthz', '/readyz']);
const scripts = '/_app/';
/** The header adapter-node is told to read the scheme from, where no ORIGIN is set. */
export const schemeHeader = 'x-forest-cities-scheme';
/** Two: one is rendered while another is compressed on a thread of its own. */
const sharedLimits: GateLimits = { running: 2, waiting: 256, patience: 1000 };
const methods: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
]);

export function createFront(options: FrontOptions): RequestListener {
  const { handler, generation, headers } = options;
  // Apart: whoever asks for a hundred files at once keeps nobody from reading a page.
  const pages = new RenderGate(options.limits ?? sharedLimits);
  const files = new RenderGate(options.limits ?? sharedLimits);
  const cache = new ResponseCache(options.maxCacheBytes ?? 64 * megabyte);
  const gates = createDirectGates(
    options.isSignedIn ?? (() => Promise.resolve(false)),
    options.directLimits,
  );
  // The rest speaks of documents, and would be sent with every one of a page's twenty scripts.
  const scriptHeaders = Object.entries(headers).filter(([name]) =>
    ['x-content-type-options', 'strict-transport-security'].includes(name),
  );
  const startedAt = Math.ceil(Date.now() / 1000) * 1000;

  return (request, response) => {
    const method = request.method ?? 'GET';
    const read = readTarget(request.url ?? '/');
    if (read.status !== 'ok') {
      refuse(request, response, read.status === 'too-long' ? 'address-too-long' : 'bad-address');
      return;
    }
    if (!methods.has(method)) {
      refuse(request, response, 'method-not-allowed');
      return;
    }
    const { path, target } = read;
    if (options.live?.take(request, response, path)) return;
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead && method !== 'OPTIONS' && !isOfficePath(path)) {
      refuse(request, response, 'method-not-allowed');
      return;
    }
    const fault = bodyFault(target, request);
    if (fault) {
      // What is on its way is not waited for.
      response.setHeader('connection', 'close');
      refuse(request, response, fault);
      return;
    }
    if (!isRead || !isSharedPath(path)) {
      // What was looked at above must be what the handler reads, whatever the Host says.
      if (!tidyHost(request)) return refuse(request, response, 'bad-address');
      request.url = target;
      // Only we say how we were reached; behind TLS, ORIGIN says it (adapter-node's PROTOCOL_HEADER).
      request.headers[schemeHeader] = 'http';
      pass(request, response, path);
      return;
    }
    const reader = readerKey(path, request.headers);
    const encoding = negotiateEncoding(request.headers['accept-encoding']);
    const key = `${target} ${reader.key}`;
    cache.enter(generation());
    const ready = cache.ready(key, encoding);
    if (ready) {
      send(request, response, ready);
      return;
    }
    const render = async () =>
      guarded(await capture(handler, { target, headers: reader.headers }), headers);
    cache
      .load(key, encoding, isMachinePath(path) ? files : pages, render)
      .then((answer) => {
        if (!answer) refuse(request, response, 'overloaded');
        // Where a hook or a route fails, SvelteKit answers with a page; machines are told as machines.
        else if (answer.status >= 500 && isMachinePath(path)) refuse(request, response, 'failed');
        else send(request, response, answer);
      })
      .catch((error: unknown) => {
        options.logError?.(error, method, path);
        refuse(request, response, 'failed');
      });
  };

  function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
    const { headers: asked } = request;
    const condition = {
      ifNoneMatch: asked['if-none-match'],
      ifModifiedSince: asked['if-modified-since'],
    };
    if (answer.validators && isUnchanged(condition, answer.validators, startedAt)) {
      write(request, response, 304, answer.unchangedHeaders, undefined);
    } else {
      write(request, response, answer.status, answer.headers, answer.body);
    }
  }

  /** To the handler: files, pages for one reader, everything that writes. */
  function pass(request: IncomingMessage, response: ServerResponse, path: string): void {
    const failed = (error: unknown) => {
      options.logError?.(error, request.method ?? 'GET', path);
      // Half an answer must not pass for a whole one.
      if (response.headersSent) response.destroy();
      else refuse(request, response, 'failed');
    };
    const hand = () => {
      const own = path.startsWith(scripts) ? scriptHeaders : Object.entries(headers);
      for (const [name, value] of own) response.setHeader(name, value);
      // A page brings its own policy. A script keeps none: as a worker it would be bound by it.
      if (!path.startsWith(scripts)) response.setHeader('content-security-policy', inertPolicy);
      handOver(handler, request, response, failed);
    };
    if (healthPaths.has(path) || path.startsWith(scripts)) {
      hand();
      return;
    }
    const handAndWait = () =>
      new Promise<void>((resolve) => {
        if (response.destroyed) return resolve();
        // `finish`: given to the system, so a slow reader of a page holds no place; `close`: or gone.
        response.once('finish', resolve).once('close', resolve);
        hand();
      });
    gates
      .run(request, response, handAndWait)
      .then(({ status }) => {
        if (status === 'refused') refuse(request, response, 'overloaded');
      })
      .catch(failed);
  }

  function refuse(request: IncomingMessage, response: ServerResponse, kind: RefusalKind): void {
    if (response.headersSent || response.destroyed) return;
    const { status, headers: own, body } = refusal(kind, request, headers);
    write(request, response, status, own, body);
  }
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: readonly string[],
  body: Buffer | undefined,
): void {
  // Node's type leaves out that a flat array is never written to.
  response.writeHead(status, headers as string[]);
  response.end(request.method === 'HEAD' ? undefined : body);
}
