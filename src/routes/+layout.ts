import { loadLabels } from '$lib/i18n/load-labels.ts';
import type { LayoutLoad } from './$types';

/** Adds the words of the reader's language, and of that language only. */
export const load: LayoutLoad = async ({ data }) => ({
  ...data,
  labels: await loadLabels(data.lang),
});
