/** One county: a link around its area and the patterns over it; above all areas, its label. */
import { overlayId, overlaysOf } from '../overlay.ts';
import { palettes } from '../palette.ts';
import type { SceneCounty } from '../scene.ts';
import { attributes, escapeMarkup } from './markup.ts';
import { labelText } from './text.ts';

/**
 * The link. Area and patterns have no fill of their own but inherit it, so that `<use>` can draw
 * the area again in a pattern; the `fill` attribute is for browsers without custom properties.
 */
export function countyLink(county: SceneCounty, prefix: string): string {
  const id = `${prefix}-${county.code}`;
  const link = attributes({
    href: county.href,
    class: classNames(county),
    fill: palettes.light.classes[county.paint].fill,
    'data-code': county.code,
    'data-class': county.classId,
    'aria-label': county.description,
    'aria-current': county.isSelected ? 'true' : null,
  });
  const overlays = overlaysOf(county).map((overlay) => {
    const use = { href: `#${id}`, class: `map-${overlay.pattern}` };
    return `<use${attributes({ ...use, fill: `url(#${overlayId(prefix, overlay)})` })}/>`;
  });
  return [
    `<a${link}><title>${escapeMarkup(county.description)}</title>`,
    `<path${attributes({ id, d: county.path })}/>`,
    `${overlays.join('')}</a>`,
  ].join('\n');
}

/**
 * The label, in a layer above all counties, or a neighbour drawn later would cover what reaches over
 * the border. The link's own name says the same and more: this is for the eye.
 */
export function countyLabel(county: SceneCounty): string {
  return `<g class="${classNames(county)}">${labelText(county.label)}</g>`;
}

function classNames(county: SceneCounty): string {
  return [
    'map-county',
    `paint-${county.paint}`,
    county.isPossible && 'is-possible',
    !county.isShown && 'is-dimmed',
    county.isSelected && 'is-selected',
  ]
    .filter(Boolean)
    .join(' ');
}
