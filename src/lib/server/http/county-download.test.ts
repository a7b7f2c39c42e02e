import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportFormats, type ExportFormat } from '../../export/format.ts';
import { readDataDirectory } from '../data/read-data-directory.ts';
import { parseGeodata } from '../geodata/parse-geodata.ts';
import { createReadModel } from '../read-model.ts';
import { takenCounties } from './county-download.ts';
import { answerMachine } from './machine-answer.ts';
import { takeAway } from './take-away.ts';

const directory = readDataDirectory('data/demo');
if (directory.status === 'invalid') throw new Error('The demonstration does not validate.');
const model = createReadModel(directory.site, () => Date.parse('2026-11-24T12:00:00+08:00'));
const { counties } = directory.site.geometry;

function download(format: ExportFormat, query: string, lang: 'zh-CN' | 'en' = 'zh-CN') {
  return answerMachine(model, new URLSearchParams(query), lang, (request) =>
    takeAway(format, takenCounties(request)),
  );
}

async function rowsOf(query: string): Promise<Record<string, string>[]> {
  return parse(await download('csv', query).text(), { bom: true, columns: true });
}

describe('the counties of the home page', () => {
  const cases = exportFormats.flatMap((format) =>
    (['zh-CN', 'en'] as const).flatMap((lang) =>
      ['national', 'both', 'villages'].map((theme) => [format, lang, theme] as const),
    ),
  );
  it.each(cases)('are had as %s in %s on the theme %s', async (format, lang, theme) => {
    const response = download(format, `theme=${theme}&at=2024-12-31`, lang);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain(
      `counties-${theme}-2024-12-31-demonstration.${format}`,
    );
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  it('are those that the filter shows, in the order asked for', async () => {
    const selection = model.selection(
      { theme: 'national', at: '2024-12-31', show: ['named'], sort: 'code', isDescending: true },
      null,
    );
    const shown = selection.rows.filter(({ isShown }) => isShown);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(selection.rows.length);
    const rows = await rowsOf('at=2024-12-31&show=named&sort=-code');
    expect(rows.map(({ 名称 }) => 名称)).toEqual(shown.map(({ division }) => division.name));
    expect(rows[0]).toMatchObject({ 截至日期: '2024-12-31', 审图号: '审图号：待填报' });
    expect(await rowsOf('county=131022')).toHaveLength(1);
  });

  it('have the polygons of the map in the shapefile, and say whose they are', async () => {
    const bytes = new Uint8Array(await download('shp.zip', '').arrayBuffer());
    const read = await parseGeodata([{ name: 'x.zip', bytes }]);
    if (read.status === 'refused') throw new Error(read.reason);
    expect(read.features.map(({ attributes }) => attributes['code'])).toEqual(
      counties.features.map(({ properties }) => properties.code).toSorted(),
    );
    const shapes = new Map(
      counties.features.map(({ properties, geometry }) => [properties.code, geometry]),
    );
    for (const { attributes, geometry } of read.features) {
      const shape = shapes.get(attributes['code'] ?? '');
      expect(geometry && JSON.stringify(geometry).length).toBe(JSON.stringify(shape).length);
    }
    const about = strFromU8(unzipSync(bytes)['说明.txt'] ?? new Uint8Array());
    expect(about).toContain('审图号：待填报');
    expect(about).toContain('边界来源：天地图');
    expect(about).toContain('演示数据：');
    expect(about).toContain('截至日期：2026-11-24');
  });
});
