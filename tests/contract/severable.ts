/** A way to a server that can be cut and mended, as a cable can: what is behind it goes on running. */
import { createConnection, createServer, type Socket } from 'node:net';

export interface Severable {
  readonly port: number;
  /** Ends every connection and takes no new one. */
  sever(): Promise<void>;
  mend(): Promise<void>;
  /** Once, on a connection where these texts were sent in this order: the answer to the last is lost. */
  loseAnswerTo(...texts: readonly string[]): void;
  close(): Promise<void>;
}

/** A free loopback port that leads to `host:port`. */
export async function severable(host: string, port: number): Promise<Severable> {
  const open = new Set<Socket>();
  let losing: readonly string[] = [];
  const server = createServer((near) => {
    const far = createConnection({ host, port });
    let seen = 0;
    near.on('data', (sent: Buffer) => {
      const awaited = losing[seen];
      if (awaited === undefined || !sent.includes(awaited)) return;
      seen += 1;
      if (seen < losing.length) return;
      losing = [];
      far.unpipe(near);
      far.once('data', () => near.destroy()).resume();
    });
    for (const [one, another] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(another);
      // Either side may break off; the other then ends too, and `close` follows.
      one.on('error', () => another.destroy());
      one.on('close', () => {
        open.delete(one);
        another.destroy();
      });
    }
  });
  const listen = (at: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(at, '127.0.0.1', resolve);
    });
  const sever = async () => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return {
    port: address.port,
    sever,
    mend: () => listen(address.port),
    loseAnswerTo: (...texts) => {
      losing = texts;
    },
    close: sever,
  };
}
