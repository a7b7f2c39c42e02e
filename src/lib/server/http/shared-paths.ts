/**
 * Which addresses answer every reader alike (but for language, look and text size). Only these are
 * rendered from their key alone and kept; a path that is not listed never is.
 */

/** What the interactive map asks for: positions and figures, without a word. */
const mapDataPaths: ReadonlySet<string> = new Set(['/map-geometry.json', '/map-places.json']);
const exactPaths: ReadonlySet<string> = new Set([
  '/',
  '/townships',
  '/villages',
  '/method',
  '/map.svg',
  ...mapDataPaths,
]);
const prefixes = ['/county/', '/township/', '/api/v1/'] as const;
/** SvelteKit asks for the data of `/method` at `/method/__data.json`. */
const dataSuffix = '/__data.json';

/** Whether the path, as it stands in the request line and without its query, is a shared one. */
export function isSharedPath(path: string): boolean {
  if (exactPaths.has(path)) return true;
  if (prefixes.some((prefix) => path.startsWith(prefix))) return true;
  return path.endsWith(dataSuffix) && exactPaths.has(path.slice(0, -dataSuffix.length) || '/');
}

/** Whether the path is of the office: the only ones that take anything but reading. */
export function isOfficePath(path: string): boolean {
  return path === '/admin' || path.startsWith('/admin/');
}

/**
 * Whether the path is for machines: its language comes from `?lang=` and `Accept-Language`, not
 * from a cookie, and its errors are `application/problem+json`.
 */
export function isMachinePath(path: string): boolean {
  return path.startsWith('/api/') || path === '/map.svg';
}

/** What of a reader a shared answer depends on, beside the coding: cookies, `Accept-Language`, or nothing. */
export function dependsOn(path: string): 'choices' | 'language' | 'nothing' {
  if (mapDataPaths.has(path)) return 'nothing';
  return isMachinePath(path) ? 'language' : 'choices';
}
