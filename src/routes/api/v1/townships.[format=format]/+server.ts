import { machineFallback } from '$lib/server/http/machine-route.ts';
import { registerGet } from '$lib/server/http/register-download.ts';

/** The register of townships, every page of it; the query is that of `/townships`. */
export const GET = registerGet('township');

export const fallback = machineFallback;
