/** The address of a page with one preference changed; the server remembers it and leaves the rest. */
export function preferenceHref(url: URL, name: 'lang' | 'look' | 'text', value: string): string {
  const query = new URLSearchParams(url.searchParams);
  query.set(name, value);
  return `${url.pathname}?${query.toString()}`;
}
