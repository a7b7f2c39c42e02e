/** A handler for the tests of this folder, in the place of SvelteKit's. */
import type { RequestListener } from 'node:http';

export interface Asked {
  readonly url: string;
  readonly host: string;
  readonly cookie: string;
}

const page = (target: string) => `<p>${target}</p>`.padEnd(4000, '廊');

/** A handler that tells what it was asked, counts, and answers after a turn of the event loop. */
export function pages(headers: Record<string, string> = {}) {
  const asked: Asked[] = [];
  const handler: RequestListener = (request, response) => {
    const { host = '', cookie = '' } = request.headers;
    asked.push({ url: request.url ?? '', host, cookie });
    setTimeout(() => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('cache-control', 'public, no-cache');
      response.setHeader('vary', 'Accept-Encoding, Cookie');
      response.setHeader('last-modified', 'Thu, 01 Jan 2026 00:00:00 GMT');
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.end(page(`${request.url} ${cookie}`));
    }, 5);
  };
  return { handler, asked };
}
