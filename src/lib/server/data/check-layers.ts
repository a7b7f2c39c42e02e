/** The map's layers against the divisions: codes, names, labels. */
import { booleanPointInPolygon } from '@turf/turf';
import type { Division } from '../../domain/division.ts';
import type { Programme } from '../../domain/programme.ts';
import type { ContextProperties, CountyProperties, SiteGeometry } from '../../map/geometry.ts';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { pointer, quote, same, say, type Finding } from './fault.ts';

type Layer = readonly Feature<Polygon | MultiPolygon, CountyProperties | ContextProperties>[];

/** Identity and label of each feature, in either layer. */
export function checkFeatures(features: Layer): readonly Finding[] {
  const seen = new Set<string>();
  return features.flatMap((feature, index) => {
    const { code, label } = feature.properties;
    const findings: Finding[] = [];
    if (feature.id !== code) {
      findings.push({
        place: pointer(['features', index, 'id']),
        what: say(
          `id ${quote(feature.id)} 与 code 不一致`,
          `the id ${quote(feature.id)} is not the code`,
        ),
        expected: same(code),
      });
    }
    if (seen.has(code)) {
      findings.push({
        place: pointer(['features', index, 'properties', 'code']),
        what: say(`代码 ${quote(code)} 重复`, `the code ${quote(code)} is given twice`),
        expected: say('每个代码只出现一次', 'every code once'),
      });
    }
    seen.add(code);
    if (!booleanPointInPolygon([...label], feature)) {
      findings.push({
        place: pointer(['features', index, 'properties', 'label']),
        what: say(
          `标注点 ${quote(label)} 不在图形内`,
          `the label ${quote(label)} lies outside the polygon`,
        ),
        expected: say('图形内的一点', 'a point inside the polygon'),
      });
    }
    return findings;
  });
}

/** Counties of the map and of the divisions: the same codes, the same names. */
export function checkCounties(
  { counties }: SiteGeometry,
  divisions: readonly Division[],
  programme: Programme,
): readonly Finding[] {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const findings: Finding[] = counties.features.flatMap((feature, index): readonly Finding[] => {
    const { code, name } = feature.properties;
    const at = (key: string): string => pointer(['features', index, 'properties', key]);
    const division = byCode.get(code);
    if (!division || division.level !== 'county') {
      const what = say(`没有县级代码 ${quote(code)}`, `there is no county ${quote(code)}`);
      const expected = say('divisions.csv 中的县级代码', 'the code of a county in divisions.csv');
      return [{ place: at('code'), what, expected }];
    }
    if (division.name === name) return [];
    const what = say(`${code} 的名称是 ${quote(name)}`, `the name of ${code} is ${quote(name)}`);
    return [{ place: at('name'), what, expected: same(division.name) }];
  });
  const drawn = new Set(counties.features.map(({ properties }) => properties.code));
  const countyTracks = programme.tracks.filter(({ level }) => level === 'county');
  const missing = divisions.filter(
    ({ code, level, countedFor }) =>
      level === 'county' &&
      !drawn.has(code) &&
      countyTracks.some(({ id }) => countedFor.includes(id)),
  );
  return [
    ...findings,
    ...missing.map(({ code, name }) => ({
      place: '/features',
      what: say(`缺少 ${code} ${name} 的图形`, `there is no polygon for ${code} ${name}`),
      expected: say('每个计入目标的县都有图形', 'a polygon for every county that counts'),
    })),
  ];
}
