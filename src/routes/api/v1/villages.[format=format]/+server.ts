import { machineFallback } from '$lib/server/http/machine-route.ts';
import { registerGet } from '$lib/server/http/register-download.ts';

/** The register of villages, every page of it; the query is that of `/villages`. */
export const GET = registerGet('village');

export const fallback = machineFallback;
