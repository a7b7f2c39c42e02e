/** A way to a server that can be cut and mended, as a cable can: what is behind it goes on running. */
import { createConnection, createServer, type Socket } from 'node:net';

export interface Severable {
  readonly port: number;
  /** How many there are now from this side. */
  readonly connections: number;
  /** Ends every connection and takes no new one. */
  sever(): Promise<void>;
  mend(): Promise<void>;
  /** Keeps every connection, and lets nothing through. */
  freeze(): void;
  thaw(): void;
  /** Once, on a connection where these texts were sent in this order: the answer to the last is lost. */
  loseAnswerTo(...texts: readonly string[]): void;
  close(): Promise<void>;
}

/** A free loopback port that leads to `host:port`. */
export async function severable(host: string, port: number): Promise<Severable> {
  const open = new Set<Socket>();
  /** Where what a socket receives goes. */
  const ways = new Map<Socket, Socket>();
  let isFrozen = false;
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
      ways.set(one, another);
      if (isFrozen) one.pause();
      else one.pipe(another);
      // Either side may break off; the other then ends too, and `close` follows.
      one.on('error', () => another.destroy());
      one.on('close', () => {
        open.delete(one);
        ways.delete(one);
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
    get connections() {
      return open.size / 2;
    },
    sever,
    mend: () => listen(address.port),
    freeze: () => {
      isFrozen = true;
      for (const [one, another] of ways) one.unpipe(another);
    },
    thaw: () => {
      isFrozen = false;
      for (const [one, another] of ways) one.pipe(another);
    },
    loseAnswerTo: (...texts) => {
      losing = texts;
    },
    close: sever,
  };
}
