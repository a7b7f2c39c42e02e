/** An upload over a connection of its own, which can be given up at any moment as a closed window does. */
import { connect } from 'node:net';
import type { Colleague } from '../../office/employ.ts';

export interface RawUpload {
  /** The first line of the answer; empty: the connection ended without one. */
  readonly answered: Promise<string>;
  /** Resolves when the last byte has been handed to the system. */
  readonly sent: Promise<void>;
  giveUp(): void;
}

export interface SentForm {
  /** With its action. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly file: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
}

/** `part`: only so many bytes of the body are sent, and the rest never comes. */
export async function rawUpload(
  origin: string,
  { cookie }: Pick<Colleague, 'cookie'>,
  { path, fields, file }: SentForm,
  part = Infinity,
): Promise<RawUpload> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new File([file.bytes], file.name));
  const written = new Response(form);
  const body = Buffer.from(await written.arrayBuffer());
  const { hostname, port, host } = new URL(origin);
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${origin}`,
    `Cookie: ${cookie}`,
    `Content-Type: ${written.headers.get('content-type')}`,
    `Content-Length: ${body.length}`,
    'Accept: text/html',
  ];
  const socket = connect(Number(port), hostname);
  // One that is cut off ends like any other.
  socket.on('error', () => undefined);
  const answered = new Promise<string>((resolve) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\r\n');
      if (end !== -1) resolve(text.slice(0, end));
    });
    socket.once('close', () => resolve(''));
  });
  const sent = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(body.subarray(0, part), () => resolve());
  });
  return { answered, sent, giveUp: () => socket.destroy() };
}
