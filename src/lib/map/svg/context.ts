/** The neighbours: borders and names that say where the counties lie. Nothing to act on. */
import type { SceneContext } from '../scene.ts';
import { attributes } from './markup.ts';
import { labelText } from './text.ts';

/** Their borders, beneath the counties. */
export function contextLines(context: readonly SceneContext[]): string {
  const lines = context
    .filter(({ path }) => path !== '')
    .map(({ path, isApproximate }) => {
      const line = { d: path, class: isApproximate ? 'is-approximate' : null };
      return `<path${attributes(line)}/>`;
    });
  return `<g class="map-context" aria-hidden="true">${lines.join('')}</g>`;
}

/** Their names, above: a long one may reach over a county's edge. */
export function contextLabels(context: readonly SceneContext[]): string {
  const labels = context.flatMap(({ label }) => (label ? [labelText(label)] : []));
  return `<g class="map-context" aria-hidden="true" pointer-events="none">${labels.join('')}</g>`;
}
