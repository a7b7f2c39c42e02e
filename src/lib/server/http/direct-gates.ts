/**
 * Where requests that no cache answers wait for a place, so that strangers who send slowly, or much,
 * keep nobody out of the office. A place is held until the answer is given, and a body may take a
 * minute to come.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { formLimit } from './body-limit.ts';
import { networkOf } from './rate-limit.ts';
import { RenderGate, type Gated, type GateLimits } from './render-gate.ts';

const limits = {
  direct: { running: 32, waiting: 256, patience: 1000 },
  /** A form with files is held in memory while it is read. */
  upload: { running: 3, waiting: 64, patience: 30_000 },
  /** Whatever waits until a file has been read: two are at once, the desk never behind them. */
  reading: { running: 8, waiting: 64, patience: 30_000 },
  strangersForm: { running: 32, waiting: 256, patience: 1000 },
  strangersUpload: { running: 1, waiting: 16, patience: 30_000 },
} as const satisfies Readonly<Record<string, GateLimits>>;

/** Bodies on their way from one network at once, of people who are not signed in. */
const bodiesOfNetwork = 16;
/** Milliseconds for a stranger's form without files: a name and a password. */
const strangersTime = 10_000;

/** A form that sends a ledger or positions, and all that is asked about one that was sent. */
const reading = /^\/admin\/(?:import|places)(?:\/|$)/;

/** The empty form itself waits for nothing. */
function waitsForReading({ method, url = '' }: IncomingMessage): boolean {
  // Another spelling (`%69mport`) is the same address; `readTarget` let nothing in that cannot be decoded.
  const path = decodeURIComponent(url.split('?', 1)[0] ?? '');
  return reading.test(path) && (method === 'POST' || path.split('/').length > 3);
}

export interface DirectGates {
  /** Runs the task in its turn, or refuses it. */
  run(
    request: IncomingMessage,
    response: ServerResponse,
    task: () => Promise<void>,
  ): Promise<Gated<void>>;
}

/**
 * `isSignedIn` is asked of requests with a body. `direct`: other limits for requests without one;
 * `formTime`: milliseconds for a stranger's form without files.
 */
export function createDirectGates(
  isSignedIn: (request: IncomingMessage) => Promise<boolean>,
  direct: GateLimits = limits.direct,
  formTime = strangersTime,
): DirectGates {
  const gates = {
    direct: new RenderGate(direct),
    upload: new RenderGate(limits.upload),
    reading: new RenderGate(limits.reading),
    strangersForm: new RenderGate(limits.strangersForm),
    strangersUpload: new RenderGate(limits.strangersUpload),
  };
  const onTheirWay = new Map<string, number>();

  /** Counts a body until it is here or given up; `false`: its network sends too many at once. */
  function admit(request: IncomingMessage, response: ServerResponse): boolean {
    const network = networkOf(request.socket.remoteAddress ?? '');
    const before = onTheirWay.get(network) ?? 0;
    if (before >= bodiesOfNetwork) return false;
    onTheirWay.set(network, before + 1);
    let isCounted = true;
    const leave = () => {
      if (!isCounted) return;
      isCounted = false;
      const left = (onTheirWay.get(network) ?? 1) - 1;
      if (left > 0) onTheirWay.set(network, left);
      else onTheirWay.delete(network);
    };
    request.once('end', leave);
    response.once('close', leave);
    return true;
  }

  return {
    async run(request, response, task) {
      const length = Number(request.headers['content-length'] ?? 0);
      const small = waitsForReading(request) ? 'reading' : 'direct';
      if (length === 0) return await gates[small].run(task);
      const isLarge = length > formLimit;
      if (await isSignedIn(request)) return await gates[isLarge ? 'upload' : small].run(task);
      if (!admit(request, response)) return { status: 'refused' };
      if (isLarge) return await gates.strangersUpload.run(task);
      const late = setTimeout(() => {
        if (!request.complete) request.destroy();
      }, formTime);
      try {
        return await gates.strangersForm.run(task);
      } finally {
        clearTimeout(late);
      }
    },
  };
}
