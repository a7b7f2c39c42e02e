/** What of a reader an answer may depend on, and nothing else: choices for pages, language for machines. */
import type { Language } from '../../i18n/language.ts';
import {
  acceptedLanguage,
  preferenceNames,
  readLanguage,
  readPreferences,
} from '../preferences.ts';
import { dependsOn } from './shared-paths.ts';

/** The headers a shared answer is rendered from; equal keys stand for equal headers. */
export interface ReaderKey {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface ReaderHeaders {
  readonly cookie?: string | undefined;
  readonly 'accept-language'?: string | undefined;
}

const known = new Map<string, ReaderKey>();
const defaultKey = fromCookies(undefined);

/** The key of a reader for a shared path. */
export function readerKey(path: string, headers: ReaderHeaders): ReaderKey {
  switch (dependsOn(path)) {
    case 'language': {
      const lang = acceptedLanguage(headers['accept-language']);
      return intern(lang, { 'accept-language': lang });
    }
    case 'choices':
      return headers.cookie === undefined ? defaultKey : fromCookies(headers.cookie);
    case 'nothing':
      return intern('', {});
  }
}

function fromCookies(cookie: string | undefined): ReaderKey {
  const chosen = cookie === undefined ? {} : readCookies(cookie);
  const { lang, look, text } = readPreferences((name) => chosen[name]);
  // Whether a language was remembered decides whether it is remembered again.
  const isKept = chosen['lang'] === lang;
  const parts = [...(isKept ? [`lang=${lang}`] : []), `look=${look}`, `text=${text}`];
  return intern(parts.join('; '), { cookie: parts.join('; ') });
}

/** There are few keys, and one object for each of them is enough. */
function intern(key: string, headers: Readonly<Record<string, string>>): ReaderKey {
  const interned = known.get(key);
  if (interned) return interned;
  const made = { key, headers };
  known.set(key, made);
  return made;
}

/** The language that was chosen for pages; `undefined`: none was, or none we have. */
export function chosenLanguage(cookie: string | undefined): Language | undefined {
  return cookie === undefined ? undefined : readLanguage(readCookies(cookie)['lang'] ?? '');
}

/** The first value of each preference in a `Cookie` header. */
function readCookies(header: string): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (!preferenceNames.some((preference) => preference === name)) continue;
    chosen[name] ??= pair.slice(equals + 1).trim();
  }
  return chosen;
}

/** The cookies a shared answer may set: they are its key, so setting them gives nothing away. */
export function isPreferenceCookie(setCookie: string): boolean {
  return preferenceNames.some((name) => setCookie.startsWith(`${name}=`));
}
