/** A loopback server for the rivals' pages: compressed beforehand, cacheable, nothing else. */
import { createServer, type Server } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
}

export interface StaticServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the files by path, with brotli (9, as our server has it) or gzip (9). */
export async function serveFiles(files: ReadonlyMap<string, StaticFile>): Promise<StaticServer> {
  const ready = new Map(
    [...files].map(([path, file]) => [
      path,
      { ...file, gzip: gzipSync(file.body, { level: 9 }), br: brotli(file.body) },
    ]),
  );
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = ready.get(path);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = accepted.includes('br')
      ? 'br'
      : accepted.includes('gzip')
        ? 'gzip'
        : undefined;
    response.writeHead(200, {
      'Content-Type': file.type,
      'Cache-Control': path.endsWith('.html') ? 'no-cache' : 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    response.end(encoding ? file[encoding] : file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: originOf(server), close: () => closeServer(server) };
}

function brotli(body: Buffer): Buffer {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
