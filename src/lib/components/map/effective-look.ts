/** The look in which the page is drawn, where the reader left the choice to the system. */
import type { Look } from '../../map/palette.ts';

const queries = { contrast: '(prefers-contrast: more)', dark: '(prefers-color-scheme: dark)' };

/** As `tokens.css` decides it. In the browser only. */
export function effectiveLook(chosen: string): Look {
  if (chosen === 'light' || chosen === 'dark' || chosen === 'contrast') return chosen;
  if (matchMedia(queries.contrast).matches) return 'contrast';
  return matchMedia(queries.dark).matches ? 'dark' : 'light';
}

/** Calls back when the system's wish changes; the answer stops that. */
export function onLookChange(changed: () => void): () => void {
  const lists = Object.values(queries).map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  return () => lists.forEach((list) => list.removeEventListener('change', changed));
}
