import { config } from '$lib/server/config.ts';
import { machineFallback, machineGet } from '$lib/server/http/machine-route.ts';
import { standaloneMap } from './standalone-map.ts';

/** The map of the view as one SVG document, with title, legend, sources and 审图号. */
export const GET = machineGet((request) => ({
  type: 'image/svg+xml; charset=utf-8',
  body: standaloneMap(request, config().mapApprovalNumber),
}));

export const fallback = machineFallback;
