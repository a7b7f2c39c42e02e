import { isExportFormat } from '$lib/export/format.ts';
import { takenCounties } from '$lib/server/http/county-download.ts';
import { machineFallback, machineGet } from '$lib/server/http/machine-route.ts';
import { takeAway } from '$lib/server/http/take-away.ts';

/** The counties the view shows: those of `?show=`, and only `?county=` where it is given. */
export const GET = machineGet((request, { params }) => {
  const { format = '' } = params;
  // The matcher of the route lets nothing else in.
  if (!isExportFormat(format)) throw new RangeError(`There is no format "${format}".`);
  return takeAway(format, takenCounties(request));
});

export const fallback = machineFallback;
