/** How soon an approval is on every open page. */
import { get, type IncomingMessage } from 'node:http';
import { approve } from '../../scripts/chaos/approve.ts';

/** Pages that are open while it is approved. */
export const openPages = 200;

/**
 * Milliseconds of each approval, from the press of the button until the slowest of the open pages,
 * told by its stream, has loaded the new page.
 */
export async function measureApprovals(
  origin: string,
  approver: string,
  submissions: readonly string[],
): Promise<readonly number[]> {
  const readers = await Promise.all(Array.from({ length: openPages }, () => follow(origin)));
  const times: number[] = [];
  try {
    for (const id of submissions) {
      const all = Promise.all(readers.map((reader) => reader.next()));
      const begun = performance.now();
      const outcome = await approve(origin, approver, id);
      if (outcome !== 'acknowledged') throw new Error(`approval of ${id}: ${outcome}`);
      await all;
      times.push(performance.now() - begun);
    }
  } finally {
    for (const reader of readers) reader.close();
  }
  return times;
}

interface OpenPage {
  /** Resolves when the page has been loaded anew because the stream told of a version. */
  next(): Promise<void>;
  close(): void;
}

async function follow(origin: string): Promise<OpenPage> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}/live`, { agent: false }, resolve).on('error', reject);
  });
  response.setEncoding('utf8');
  let waiting: (() => void) | null = null;
  let isFirst = true;
  response.on('data', (chunk: string) => {
    const version = /event: version\ndata: (\w+)/.exec(chunk)?.[1];
    if (version === undefined) return;
    if (isFirst) {
      isFirst = false;
      return;
    }
    void fetch(`${origin}/`)
      .then((answer) => answer.text())
      .then((html) => {
        if (html.includes(`data-version="${version}"`)) waiting?.();
      });
  });
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
    close: () => response.destroy(),
  };
}
