import { loadOfficeWords } from '$lib/i18n/load-office-words.ts';
import type { LayoutLoad } from './$types';

/** Forms that the server answers: everything works without a script, so none is sent by default. */
export const csr = false;

/** Adds the office's words of the reader's language. */
export const load: LayoutLoad = async ({ data, parent }) => {
  const { lang } = await parent();
  return { ...data, words: await loadOfficeWords(lang) };
};
