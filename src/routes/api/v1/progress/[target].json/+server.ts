import { calculation } from '$lib/export/calculation.ts';
import { machineFallback, machineGet } from '$lib/server/http/machine-route.ts';
import { problemResponse } from '$lib/server/http/problem.ts';
import { provenanceOf } from '$lib/server/http/provenance-of.ts';

/** The calculation file of one target. */
export const GET = machineGet((request, { params }) => {
  const { model, view, lang } = request;
  const id = params.target ?? '';
  const target = model.site.data.programme.targets.find((candidate) => candidate.id === id);
  if (!target) return problemResponse({ kind: 'unknown-target', value: id }, lang);
  const file = calculation(model.knowledge(view.knownAt), target, provenanceOf(request), lang);
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(file) };
});

export const fallback = machineFallback;
