import { progressDocument } from '$lib/export/progress-document.ts';
import { machineFallback, machineGet } from '$lib/server/http/machine-route.ts';
import { provenanceOf } from '$lib/server/http/provenance-of.ts';

/** Every target on `?at=`, as known on `?known-at=`. The theme and filter change nothing. */
export const GET = machineGet((request, { url }) => {
  const knowledge = request.model.knowledge(request.view.knownAt);
  const document = progressDocument(knowledge, provenanceOf(request), request.lang, url.search);
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(document) };
});

export const fallback = machineFallback;
