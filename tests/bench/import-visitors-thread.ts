/** The thread of the visitors (import-visitors.ts), until it is told to leave. */
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { Visit, VisitorOptions } from './import-visitors.ts';

/** A little longer than any page may take. */
const patience = 20_000;

function visit({ origin, connections, perSecond, paths }: VisitorOptions): void {
  const agents = Array.from(
    { length: connections },
    () => new Agent({ keepAlive: true, maxSockets: 1 }),
  );
  const visits: Visit[] = [];
  const between = 1000 / perSecond;
  const begun = Date.now();
  let [sent, open] = [0, 0];
  let isLeaving = false;
  const end = (visited: Visit): void => {
    visits.push(visited);
    open -= 1;
    if (isLeaving && open === 0) parentPort?.postMessage(visits);
  };
  const ask = (path: string, at: number, agent: Agent | undefined): void => {
    open += 1;
    let isOpen = true;
    const came = (isWhole: boolean, said: string): void => {
      if (isOpen) end({ at, path, milliseconds: isWhole ? Date.now() - at : null, said });
      isOpen = false;
    };
    const headers = { accept: 'text/html', 'accept-encoding': 'gzip' };
    const asked = get(`${origin}${path}`, { agent, headers, timeout: patience }, (response) => {
      response.resume();
      const status = response.statusCode ?? 0;
      response.once('error', ({ message }) => came(false, message));
      response.once('end', () => came(response.complete && status === 200, String(status)));
    });
    asked.once('timeout', () => asked.destroy(new Error('timeout')));
    asked.on('error', ({ message }) => came(false, message));
  };
  const clock = setInterval(() => {
    for (; begun + sent * between <= Date.now(); sent += 1) {
      const path = paths[sent % paths.length];
      if (path !== undefined) ask(path, begun + sent * between, agents[sent % agents.length]);
    }
  }, 2);
  parentPort?.once('message', () => {
    isLeaving = true;
    clearInterval(clock);
    if (open === 0) parentPort?.postMessage(visits);
  });
}

// Of the starter, which is of the same edition.
visit(workerData as VisitorOptions);
