import { statusAsOf, statusText } from '$lib/export/status-as-of.ts';
import { machineFallback, machineGet } from '$lib/server/http/machine-route.ts';

/**
 * The log in the shape of `data/status.json`. `?at=` and `?known-at=` make it smaller as
 * `statusAsOf` says; the rest of the query is checked and changes nothing.
 */
export const GET = machineGet(({ model, view }) => {
  const { status, programme } = model.site.data;
  return {
    type: 'application/json; charset=utf-8',
    body: statusText(statusAsOf(status, programme, { at: view.at, knownAt: view.knownAt })),
  };
});

export const fallback = machineFallback;
