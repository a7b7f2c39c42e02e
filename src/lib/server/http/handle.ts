/** What SvelteKit's `handle` and `handleError` hooks do: preferences, headers, faults. */
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { isDay } from '../../domain/date.ts';
import type { Config } from '../config.ts';
import { acceptedLanguage, readPreferences } from '../preferences.ts';
import type { ReadModel } from '../read-model.ts';
import { errorMessage, logError } from './error-log.ts';
import { readLanguageQuery, takePreferences } from './preference-query.ts';
import { allowTianditu, securityHeaders } from './security-headers.ts';
import { dependsOn, isMachinePath, isSharedPath } from './shared-paths.ts';

const oneYear = 31_536_000;

const vary = {
  choices: 'Accept-Encoding, Cookie',
  language: 'Accept-Encoding, Accept-Language',
  nothing: 'Accept-Encoding',
} as const;

/** `model` is asked only when an answer needs it: the site is opened after the hooks are made. */
export function createHandle(
  { origin, basemap }: Pick<Config, 'origin' | 'basemap'>,
  model: () => ReadModel,
): Handle {
  const guards = Object.entries(securityHeaders({ origin }));
  const cookieOptions = {
    path: '/',
    sameSite: 'lax',
    maxAge: oneYear,
    secure: origin?.startsWith('https:') ?? false,
  } as const;

  return async ({ event, resolve }) => {
    const { url, cookies, locals, request } = event;
    const isMachine = isMachinePath(url.pathname);
    // Links that choose load the page anew (data-sveltekit-reload): <html> changes with the choice.
    const mayChoose = !isMachine && !event.isDataRequest && request.method === 'GET';
    const taken = mayChoose ? takePreferences(url) : undefined;
    if (taken) {
      const headers = new Headers({
        location: taken.location,
        'cache-control': 'private, no-store',
      });
      for (const [name, value] of Object.entries(taken.chosen)) {
        headers.append('set-cookie', cookies.serialize(name, value, cookieOptions));
      }
      return guard(new Response(null, { status: 303, headers }));
    }

    const asked = readLanguageQuery(url.searchParams);
    const remembered = readPreferences((name) => cookies.get(name));
    const unasked = isMachine
      ? acceptedLanguage(request.headers.get('accept-language'))
      : remembered.lang;
    Object.assign(locals, remembered, {
      lang: asked.lang ?? unasked,
      problems: asked.problems,
      model: model(),
    });
    if (!isMachine && asked.lang && cookies.get('lang') !== asked.lang) {
      cookies.set('lang', asked.lang, cookieOptions);
    }

    const response = await resolve(event, {
      transformPageChunk: ({ html }) =>
        html
          .replace('%app.lang%', locals.lang)
          .replace('%app.look%', locals.look)
          .replace('%app.text%', locals.text)
          .replace('%app.version%', isSharedPath(url.pathname) ? locals.model.version : ''),
    });
    setCaching(response, url, locals.model);
    return guard(response);
  };

  /** The headers every answer carries. */
  function guard(response: Response): Response {
    const { headers } = response;
    for (const [name, value] of guards) headers.set(name, value);
    // SvelteKit leaves the charset to the page's <meta>; Chinese tools that go by the header do not.
    if (headers.get('content-type') === 'text/html') {
      headers.set('content-type', 'text/html; charset=utf-8');
    }
    const policy = headers.get('content-security-policy');
    if (policy && basemap.kind === 'tianditu') {
      headers.set('content-security-policy', allowTianditu(policy));
    }
    return response;
  }

  /** What the front's cache, and every other on the way, may do with the answer. */
  function setCaching(
    { headers, status }: Response,
    { pathname, searchParams }: URL,
    model: ReadModel,
  ): void {
    if (!isSharedPath(pathname) || status >= 500) {
      if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
      return;
    }
    // A route that knows better, because its address names the version, has said so.
    if (!/\bimmutable\b/.test(headers.get('cache-control') ?? '')) {
      headers.set('cache-control', 'public, no-cache');
    }
    headers.set('vary', vary[dependsOn(pathname)]);
    if (status !== 200) return;
    const at = searchParams.get('at');
    const modifiedAt = model.modifiedAt(at && isDay(at) ? at : null);
    headers.set('last-modified', modifiedAt.toUTCString());
  }
}

/** Logs a fault of ours under an id and tells the reader that id; what a reader got wrong has none. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  // `locals` is empty where the fault came before the language was known.
  const lang = (event.locals as Partial<App.Locals>).lang ?? 'zh-CN';
  if (status < 500) return { message: errorMessage(status, lang) };
  const id = logError({ error, method: event.request.method, path: event.url.pathname, status });
  return { message: errorMessage(status, lang), id };
};
