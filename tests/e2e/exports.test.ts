/** What is taken away, opened with the programs people open it with. */
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  hostileModel,
  hostileNames,
  hostilePlaces,
  registerFile,
} from '../../src/lib/server/http/download-fixture.ts';
import { hasGdal, hasLibreOffice, readWithGdal, readWithLibreOffice } from './programs.ts';
import { originOf } from './visit.ts';

type Properties = Readonly<Record<string, string | number | null>>;
type Features = FeatureCollection<Geometry | null, Properties>;

const get = (path: string) => fetch(`${originOf('demo')}/api/v1/${path}`);
const bytesOf = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());
const featuresOf = async (path: string) => (await (await get(path)).json()) as Features;

const registers = ['townships', 'villages'] as const;

describe('LibreOffice', () => {
  it.skipIf(!hasLibreOffice).each(registers)(
    'opens the workbook of %s with every name whole, and says what it is',
    async (register) => {
      const bytes = await bytesOf(`${register}.xlsx`);
      const sheet = readWithLibreOffice('register.xlsx', bytes, { sheet: 1, called: '名录' });
      const rows: string[][] = parse(sheet, { bom: true });
      const { features } = await featuresOf(`${register}.geojson`);
      const told = features.map(({ properties: { code, name, county, stage, source } }) => [
        ...[code, name, county, stage, source ?? ''],
      ]);
      const headings = rows[0] ?? [];
      const columns = ['代码', headings[1], '县（市、区）', '阶段', '依据'].map((heading) =>
        headings.indexOf(heading ?? ''),
      );
      expect(rows.slice(1).map((row) => columns.map((column) => row[column]))).toEqual(told);
      const about = readWithLibreOffice('register.xlsx', bytes, { sheet: 2, called: '说明' });
      expect(about).toMatch(/截至日期：\d{4}-\d{2}-\d{2}/);
      expect(about).toContain('演示数据：');
      expect(about).toContain('依据文件：');
    },
  );

  it.skipIf(!hasLibreOffice)('opens the workbook of counties, with its 审图号', async () => {
    const bytes = await bytesOf('counties.xlsx');
    const sheet = readWithLibreOffice('x.xlsx', bytes, { sheet: 1, called: '县（市、区）' });
    for (const { properties } of (await featuresOf('counties.geojson')).features) {
      expect(sheet).toContain(`${properties['code']},${properties['name']},`);
    }
    const about = readWithLibreOffice('x.xlsx', bytes, { sheet: 2, called: '说明' });
    expect(about).toContain('审图号：');
  });

  it.skipIf(!hasLibreOffice)('keeps the codes of a CSV as they are', async () => {
    const query = '?county=131022';
    const xml = readWithLibreOffice('x.csv', await bytesOf(`villages.csv${query}`), 'fods');
    const { features } = await featuresOf(`villages.geojson${query}`);
    expect([...xml.matchAll(/<text:p>(131022\d{6})<text:tab\/>/g)].map(([, code]) => code)).toEqual(
      features.map(({ id }) => id),
    );
    expect(xml.match(/office:value="\d{6,}"/)).toBeNull();
  });

  it.skipIf(!hasLibreOffice).each(['xlsx', 'csv'] as const)(
    'finds no formula in a %s of names that look like one',
    (format) => {
      const { bytes } = registerFile(format, hostileModel());
      const xml = readWithLibreOffice(`x.${format}`, bytes, 'fods');
      expect(xml.match(/table:formula="[^"]*"|<text:a [^>]*>/)).toBeNull();
      if (format === 'csv') return;
      const sheet = readWithLibreOffice('x.xlsx', bytes, { sheet: 1, called: '名录' });
      const rows: string[][] = parse(sheet, { bom: true });
      expect(rows.slice(1).map(([, name]) => name)).toEqual(hostileNames);
    },
  );
});

describe('GDAL', () => {
  it.skipIf(!hasGdal)('reads the shapefile of counties with every name whole', async () => {
    const bytes = await bytesOf('counties.shp.zip');
    const { features } = readWithGdal('x.zip', bytes, 'counties.shp') as Features;
    const told = (await featuresOf('counties.geojson')).features.map(({ properties }) => [
      ...[properties['code'], properties['name'], properties['national_stage_name']],
    ]);
    const read = features.map(({ properties }) => [
      ...[properties['code'], properties['name'], properties['nat_stage']],
    ]);
    expect(read).toEqual(told);
    expect(features.every(({ geometry }) => geometry?.type.endsWith('Polygon'))).toBe(true);
  });

  it.skipIf(!hasGdal)('reads the counties as GeoJSON', async () => {
    const bytes = await bytesOf('counties.geojson');
    const { features } = readWithGdal('x.geojson', bytes) as Features;
    const told = (await featuresOf('counties.geojson')).features;
    expect(features.map(({ properties }) => properties['name'])).toEqual(
      told.map(({ properties }) => properties['name']),
    );
  });

  it.skipIf(!hasGdal).each(['shp.zip', 'geojson'] as const)(
    'reads the %s of a register with positions and odd names',
    (format) => {
      const { bytes } = registerFile(format, hostileModel(hostilePlaces));
      const read =
        format === 'geojson'
          ? readWithGdal('x.geojson', bytes)
          : readWithGdal('x.zip', bytes, 'townships.shp');
      const { features } = read as Features;
      const placed = features.filter(({ geometry }) => geometry !== null);
      expect(placed.map(({ properties }) => properties['name'])).toEqual(hostileNames.slice(2));
      expect(placed.map(({ geometry }) => geometry)).toEqual(
        hostilePlaces.map(({ geometry }) => geometry),
      );
    },
  );
});

describe('on the pages', () => {
  it.each([
    ['/?theme=villages&at=2024-12-31', 4],
    ['/townships?status=counted&sort=-date', 3],
    ['/villages?q=yjz&county=131022&page=1', 3],
  ])('%s leads to %i files of what it shows', async (path, files) => {
    const html = await (await fetch(originOf('demo') + path)).text();
    const links = [
      ...html.matchAll(/href="(\/api\/v1\/[^"]*\.(?:csv|xlsx|geojson|shp\.zip)\?[^"]*)"/g),
    ]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .filter((href) => href.includes('lang='));
    expect(links).toHaveLength(files);
    for (const href of links) {
      const answer = await fetch(originOf('demo') + href);
      expect(answer.status).toBe(200);
      const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '');
      expect(name).toMatch(/filename\*=UTF-8''[^;]*演示数据/);
    }
  });

  it('a file has as many rows as the page says', async () => {
    const query = '?status=counted&at=2024-12-31';
    const page = await (await fetch(`${originOf('demo')}/villages${query}`)).text();
    const { features } = await featuresOf(`villages.geojson${query}`);
    expect(features.length).toBeGreaterThan(100);
    expect(page).toContain(`筛选出${features.length}个`);
  });
});
