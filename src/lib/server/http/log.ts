/**
 * The log of the running site: JSON lines on stderr, for journald, a container or a file. It is for
 * whoever runs the site; who did what stands in the audit log. No line holds a secret.
 */
import { randomUUID } from 'node:crypto';
import { pino, type DestinationStream, type Logger } from 'pino';

export interface RequestLine {
  readonly id: string;
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly milliseconds: number;
  /** Account id; `null`: nobody is signed in. */
  readonly actor: string | null;
}

/** Names whose values are never written, at the top of a line and one level down. */
const secretNames = [
  'authorization',
  'code',
  'cookie',
  'password',
  'newPassword',
  'secret',
  'set-cookie',
  'token',
];

const censor = '[redacted]';
const longestPath = 512;

/** A log that writes there. Lines go out one by one: what was logged survives a kill. */
export function createLog(destination: DestinationStream): Logger {
  return pino(
    {
      level: 'info',
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      redact: {
        paths: secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`]),
        censor,
      },
    },
    destination,
  );
}

/** Bytes kept for later while nothing can be written; what comes after them is lost. */
const mostUnwritten = 1024 * 1024;

/** Writes to the file that is open there; where its disk is full, what was not written follows later. */
export function logFile(fd: number): DestinationStream {
  const file = pino.destination({ fd, sync: true, maxLength: mostUnwritten });
  // Unheard, it would end the process. There is no other place to tell it.
  file.on('error', () => undefined);
  return file;
}

/** The log of this process. */
export const log: Logger = createLog(logFile(2));

/** One line for one request: 5xx is an error, 401, 403 and 429 are a warning, all else is information. */
export function logRequest(line: RequestLine, to: Logger = log): void {
  const { id, method, url, status, milliseconds, actor } = line;
  const said = {
    id,
    method,
    path: loggedPath(url),
    status,
    ms: Math.round(milliseconds * 10) / 10,
    actor,
  };
  if (status >= 500) to.error(said, 'request');
  else if (status === 401 || status === 403 || status === 429) to.warn(said, 'request');
  else to.info(said, 'request');
}

/** The path and the names of the query; values may hold a token or what somebody typed. */
export function loggedPath({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>) {
  const names = [...new Set(searchParams.keys())].map(encodeURIComponent).join('&');
  return `${withoutToken(pathname)}${names === '' ? '' : `?${names}`}`.slice(0, longestPath);
}

/** The one-time set-up link carries its token as a part of the path. */
export function withoutToken(path: string): string {
  return path.replace(/(\/set-up\/)[^/?]+/g, `$1${censor}`);
}

/**
 * The id of a request, which the audit log keeps too: a proxy's own where the site trusts one and it
 * has the form of an id, else a new one.
 */
export function requestId(header: string | null | undefined, isProxyTrusted: boolean): string {
  return isProxyTrusted && header && /^[A-Za-z0-9-]{8,64}$/.test(header) ? header : randomUUID();
}

/** The text of a fault without what libraries put into it: passwords in addresses, tokens, cookies. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s/]*@/gi, `$1:${censor}@`)
    .replace(/\b(authorization|cookie|set-cookie)(["']?\s*[:=]\s*).*/gi, `$1$2${censor}`)
    .replace(
      /\b(\w*(?:password|secret|token|key)|code)(["']?\s*[:=]\s*["']?)[^\s"'&,;)}]+/gi,
      `$1$2${censor}`,
    );
}
