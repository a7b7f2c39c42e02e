/** What is taken away, opened with the programs people open it with. */
import { parse } from 'csv-parse/sync';
import type { FeatureCollection, Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { unguarded } from '../../src/lib/export/formula-guard.ts';
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

/** Of a register. */
const firstSheet = { xlsx: { sheet: 1, called: '名录' }, csv: { sheet: 1, called: 'x' } } as const;

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

  it.skipIf(!hasLibreOffice).each(['xlsx', 'csv'] as const)(
    'takes the coordinates in a %s for numbers, and leaves empty what is not known',
    (format) => {
      const { bytes } = registerFile(format, hostileModel(hostilePlaces));
      const xml = readWithLibreOffice(`x.${format}`, bytes, 'fods');
      const geometry = hostilePlaces[1]?.geometry;
      const [x = NaN, y = NaN] = geometry?.type === 'Point' ? geometry.coordinates : [];
      expect(xml).toContain(`office:value="${x}"`);
      const latitudes = [...xml.matchAll(/office:value-type="float" office:value="([\d.]+)"/g)]
        .map(([, value]) => Number(value))
        .filter((value) => value === y);
      expect(latitudes).toHaveLength(hostilePlaces.length);
    },
  );

  it.skipIf(!hasLibreOffice).each(['xlsx', 'csv'] as const)(
    'finds day, data up to, source of the boundaries and 审图号 in each row of a %s',
    async (format) => {
      const path = `townships.${format}?at=2024-12-31`;
      const sheet = readWithLibreOffice(`x.${format}`, await bytesOf(path), firstSheet[format]);
      const rows: Record<string, string>[] = parse(sheet, { bom: true, columns: true });
      expect(rows).toHaveLength(90);
      for (const row of rows) {
        expect(row).toMatchObject({
          截至日期: '2024-12-31',
          数据截止: expect.stringMatching(/^(?:\d{4}-\d{2}-\d{2}|部分单位从未填报)$/),
          边界来源: expect.stringContaining('天地图'),
          审图号: expect.stringContaining('审图号：'),
          演示数据: '演示数据',
        });
      }
    },
  );

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
      const sheet = readWithLibreOffice(`x.${format}`, bytes, firstSheet[format]);
      const rows: string[][] = parse(sheet, { bom: true });
      const names = rows.slice(1).map(([, name = '']) => unguarded(name));
      // LibreOffice ends every line alike.
      const asRead = (name: string) => name.replaceAll(/\r\n?/g, '\n');
      expect(names.map(asRead)).toEqual(hostileNames.map(asRead));
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
      // A table of dBASE fills its columns with spaces: those at the ends of a text are lost.
      const kept = (name: unknown) => (format === 'geojson' ? name : String(name).trim());
      expect(placed.map(({ properties }) => kept(properties['name']))).toEqual(
        hostileNames.slice(2).map(kept),
      );
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
    ['/township/131082106?at=2024-12-31', 3],
    ['/county/131082?at=2024-12-31', 6],
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

  it('the register has more pages than one; each file has all of them, in the order of the page', async () => {
    const query = '?q=y&sort=-name&at=2024-12-31';
    const codesOn = async (page: number) => {
      const html = await (await fetch(`${originOf('demo')}/villages${query}&page=${page}`)).text();
      return [...html.matchAll(/class="code[^"]*">(\d{12})</g)].map(([, code]) => code);
    };
    const first = await codesOn(1);
    const second = await codesOn(2);
    expect([first.length, second.length]).toEqual([100, 100]);
    const { features } = await featuresOf(`villages.geojson${query}`);
    const shown = [...first, ...second];
    expect(features.length).toBeGreaterThan(200);
    expect(features.slice(0, 200).map(({ id }) => id)).toEqual(shown);
    const text = await (await get(`villages.csv${query}`)).text();
    const rows: string[][] = parse(text, { bom: true });
    expect(rows.slice(1, 201).map(([code]) => code?.trim())).toEqual(shown);
    expect(rows).toHaveLength(features.length + 1);
  });

  it('a file of counties has the rows of the table in their order, the development zone too', async () => {
    const query = '?theme=villages&at=2024-12-31&sort=-villages';
    const page = await (await fetch(`${originOf('demo')}/${query}`)).text();
    const table = page.slice(page.indexOf('<tbody'));
    const shown = [...table.matchAll(/href="\/county\/(\d{6})/g)].map(([, code]) => code);
    expect(shown.length).toBeGreaterThan(10);
    const { features } = await featuresOf(`counties.geojson${query}`);
    expect(features.map(({ id }) => id)).toEqual(shown);
    const rows: string[][] = parse(await (await get(`counties.csv${query}`)).text(), { bom: true });
    expect(rows.slice(1).map(([code]) => code)).toEqual(shown);
  });

  it('a file has as many rows as the page says', async () => {
    const query = '?status=counted&at=2024-12-31';
    const page = await (await fetch(`${originOf('demo')}/villages${query}`)).text();
    const { features } = await featuresOf(`villages.geojson${query}`);
    expect(features.length).toBeGreaterThan(100);
    expect(page).toContain(`筛选出${features.length}个`);
  });
});
