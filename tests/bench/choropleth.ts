/**
 * What every map of the comparison shows: the counties in the colours the site gives them today, as
 * one GeoJSON file with colour and name on every feature. The rivals need not draw the hatch.
 */
import { shanghaiDay } from '../../src/lib/domain/date.ts';
import { knowledgeOf } from '../../src/lib/domain/knowledge.ts';
import { select } from '../../src/lib/domain/select.ts';
import { palettes, paintOf } from '../../src/lib/map/palette.ts';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';

export interface Choropleth {
  /** GeoJSON text: `code`, `name`, `label` (a point in the county) and `fill` on each feature. */
  readonly geojson: string;
  /** The colours in use. */
  readonly fills: readonly string[];
}

/** The home page's map in its default view, from the data directory. Throws on one not sound. */
export function choroplethOf(dataDirectory: string): Choropleth {
  const read = readDataDirectory(dataDirectory);
  if (read.status === 'invalid') throw new Error(`${dataDirectory} does not validate.`);
  const { rows, classes } = select(knowledgeOf(read.site.data), {
    theme: 'national',
    at: shanghaiDay(Date.now()),
    show: [],
    sort: 'code',
    isDescending: false,
  });
  const steps = classes.filter(({ kind }) => kind === 'step').length;
  const fillOf = new Map(
    rows.map(({ division, classId }) => {
      const found = classes.find(({ id }) => id === classId);
      const paint = paintOf(found?.kind ?? 'unknown', found?.rank ?? -1, steps);
      return [division.code, palettes.light.classes[paint].fill] as const;
    }),
  );
  const { counties } = read.site.geometry;
  const features = counties.features.map((feature) => ({
    ...feature,
    properties: { ...feature.properties, fill: fillOf.get(feature.properties.code) ?? '#ffffff' },
  }));
  return {
    geojson: JSON.stringify({ type: 'FeatureCollection', features }),
    fills: [...new Set(fillOf.values())],
  };
}
