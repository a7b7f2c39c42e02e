/** What a query says about language, look and text size. */
import type { Language } from '../../i18n/language.ts';
import type { QueryProblem } from '../../map/url-state.ts';
import { readLanguage, readLook, readTextSize } from '../preferences.ts';

/**
 * The language `?lang=` asks for; `undefined` where it is left out. A value that names none, or more
 * than one value, is a problem to tell, and asks for none.
 */
export function readLanguageQuery(params: URLSearchParams): {
  readonly lang: Language | undefined;
  readonly problems: readonly QueryProblem[];
} {
  const [value = '', ...more] = params.getAll('lang');
  if (more.length > 0) {
    return problem({ parameter: 'lang', value: more.join(', '), kind: 'repeated' });
  }
  if (value === '') return { lang: undefined, problems: [] };
  const lang = readLanguage(value);
  if (!lang) return problem({ parameter: 'lang', value, kind: 'unknown-language' });
  return { lang, problems: [] };
}

function problem(found: QueryProblem) {
  return { lang: undefined, problems: [found] };
}

/**
 * `?look=` and `?text=` are choices, not state: they are taken out of the address and remembered.
 * `undefined` where the query has neither. A value that means nothing is taken out all the same.
 */
export function takePreferences(
  url: URL,
): { readonly chosen: Readonly<Record<string, string>>; readonly location: string } | undefined {
  const { searchParams } = url;
  if (!searchParams.has('look') && !searchParams.has('text')) return undefined;
  const look = readLook(searchParams.get('look') ?? '');
  const text = readTextSize(searchParams.get('text') ?? '');
  const rest = new URLSearchParams(searchParams);
  rest.delete('look');
  rest.delete('text');
  // A path that begins with two slashes would send the reader to another host.
  const path = url.pathname.replace(/^\/+/, '/');
  return {
    chosen: { ...(look && { look }), ...(text && { text }) },
    location: rest.size === 0 ? path : `${path}?${rest.toString()}`,
  };
}
