/** Headers every answer carries, whatever it is, and the CSP's one exception. */
import type { Config } from '../config.ts';

const oneYear = 31_536_000;

/** Names in lower case. The Content-Security-Policy of pages is SvelteKit's own (svelte.config.js). */
export function securityHeaders({
  origin,
}: Pick<Config, 'origin'>): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy':
      'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    // For browsers that do not know frame-ancestors; pages to be embedded will leave it out.
    'x-frame-options': 'SAMEORIGIN',
    ...(origin?.startsWith('https:') && {
      'strict-transport-security': `max-age=${oneYear}; includeSubDomains`,
    }),
  };
}

/** Answers that are no pages: nothing in them may run or load. Standalone SVG styles itself. */
export const inertPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The servers of 天地图's tiles. */
const tiandituHosts = Array.from({ length: 8 }, (_, index) => `https://t${index}.tianditu.gov.cn`);

/** The policy with 天地图 allowed for images and fetches, for sites that switched the base map on. */
export function allowTianditu(policy: string): string {
  const hosts = tiandituHosts.join(' ');
  return policy.replace(/\b(img-src|connect-src)\b([^;]*)/g, `$1$2 ${hosts}`);
}
