import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultRegister } from '../../map/register-state.ts';
import type { Place } from '../../domain/status.ts';
import { unguarded } from '../../export/formula-guard.ts';
import { parseGeodata } from '../geodata/parse-geodata.ts';
import { readBytes } from '../spreadsheet/read-bytes.ts';
import {
  hostileModel,
  hostileNames,
  hostilePlaces,
  hostileTownships,
  registerFile,
} from './download-fixture.ts';
import { takenRegister } from './register-download.ts';
import { takeAway } from './take-away.ts';

const model = hostileModel(hostilePlaces);
/** What a spreadsheet takes for the beginning of a formula, some after spaces and quotes. */
const runs = /^[\s"]*[=+\-@＝＋－＠]|^[\t\r\n]/;

describe('a register as CSV', () => {
  const text = Buffer.from(registerFile('csv', model).bytes).toString();

  it('has no cell that runs as a formula, and every name', () => {
    const rows: string[][] = parse(text, { bom: true });
    expect(rows.flat().filter((cell) => runs.test(cell))).toEqual([]);
    expect(rows.slice(1).map(([, name = '']) => unguarded(name))).toEqual(hostileNames);
  });

  it('opens in Chinese Excel: a byte order mark, CRLF, and nothing it turns into a number or a day', () => {
    expect(text.startsWith('\uFEFF')).toBe(true);
    // In quotes a line may break within a cell.
    expect(text.replaceAll(/"[^"]*"|\r\n/g, '')).not.toMatch(/[\r\n]/);
    const [row = {}] = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({
      代码: '990001100',
      生效日期: '2023-06\t',
      依据日期: '2023-06\t',
      截至日期: '2026-11-24',
      数据截止: '部分单位从未填报',
      边界来源: 'S1',
      审图号: '审图号：待填报',
      数据版本: '0123456789abcdef',
      演示数据: '演示数据',
    });
  });
});

describe('a register as a workbook', () => {
  const { bytes, answer } = registerFile('xlsx', model);

  it('has no formula in its XML', () => {
    const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('worksheets'));
    expect(sheets).toHaveLength(2);
    for (const [, xml] of sheets) {
      expect(strFromU8(xml)).not.toMatch(/<f[\s>]/);
      // Every cell that is not empty is a text of the list of texts, or a plain number: a coordinate.
      const others = strFromU8(xml).match(/<c (?![^>]*t="s")[^>]*>.*?<\/c>/g) ?? [];
      expect(others.filter((cell) => !/><v>[\d.]+<\/v><\/c>$/.test(cell))).toEqual([]);
    }
  });

  it('holds the rows on its first sheet, and on its second what they are', async () => {
    const read = await readBytes(bytes, 'x.xlsx');
    if (read.status === 'refused') throw new Error(read.reason);
    const [rows, about] = read.workbook.sheets.map((sheet) => ({
      name: sheet.name,
      cells: sheet.rows.map(({ cells }) =>
        cells.map((cell) => (cell.kind === 'text' ? cell.text : '')),
      ),
    }));
    expect(rows?.name).toBe('名录');
    expect(rows?.cells.slice(1).map(([, name]) => name)).toEqual(hostileNames);
    expect(about?.name).toBe('说明');
    expect(about?.cells.flat()).toEqual([
      '乡镇名录',
      '演示数据：内容为虚构，不反映任何地方的实际情况。',
      '截至日期：2026-11-24',
      expect.stringContaining('数据截止：'),
      `共${hostileNames.length}个`,
      `有位置${hostilePlaces.length}个，没有位置2个`,
      '依据文件：=1+1 关于命名的通知（+字〔2023〕1号，@某局，2023-06）',
      '据本文件制作地图时，须注明以下边界来源和审图号：',
      '边界来源：S1',
      '边界为概化示意',
      '审图号：待填报',
      '数据版本：0123456789abcdef；计算规则：1',
    ]);
  });

  it('is saved under a Chinese name with its day, marked as a demonstration', () => {
    expect(answer.saveAs).toEqual({
      full: '乡镇名录-2026-11-24-演示数据.xlsx',
      ascii: 'townships-2026-11-24-demonstration.xlsx',
    });
  });
});

describe('a register on the map', () => {
  const pointsOf = async (name: string, bytes: Uint8Array) => {
    const read = await parseGeodata([{ name, bytes }]);
    if (read.status === 'refused') throw new Error(read.reason);
    return read.features.map(({ attributes, geometry }) => [attributes['code'], geometry]);
  };
  const positions = hostilePlaces.map(({ division, geometry }) => [division, geometry]);

  it('as GeoJSON has the positions that are known, and invents none', async () => {
    const { bytes } = registerFile('geojson', model);
    const unplaced = hostileTownships.slice(0, 2).map(({ code }) => [code, null]);
    expect(await pointsOf('x.geojson', bytes)).toEqual([...unplaced, ...positions]);
    const { metadata } = JSON.parse(Buffer.from(bytes).toString());
    expect(metadata).toMatchObject({
      title: '乡镇名录',
      at: '2026-11-24',
      dataVersion: '0123456789abcdef',
      demonstration: true,
      placed: hostilePlaces.length,
      boundarySource: 'S1',
      mapApproval: '审图号：待填报',
      datum: 'CGCS2000',
    });
  });

  it('has any positions again when it is read back, from either file', async () => {
    const degree = (min: number, max: number) =>
      fc.integer({ min: min * 1e6, max: max * 1e6 }).map((millionths) => millionths / 1e6);
    const position = fc.tuple(degree(115, 117), degree(38, 40));
    const point = position.map(([x, y]) => ({ type: 'Point' as const, coordinates: [x, y] }));
    const places = fc
      .subarray([...hostileTownships], { minLength: 1 })
      .chain((units) => fc.tuple(...units.map(() => point)).map((points) => ({ units, points })))
      .map(({ units, points }) =>
        units.flatMap(({ code }, at): Place[] => {
          const geometry = points[at];
          const recordedAt = '2023-07-01T09:00:00+08:00';
          return geometry
            ? [{ id: `P${at}`, division: code, geometry, recordedAt, source: 'S1' }]
            : [];
        }),
      );
    await fc.assert(
      fc.asyncProperty(places, async (known) => {
        const some = hostileModel(known);
        const expected = known.map(({ division, geometry }) => [division, geometry]);
        const zipped = await pointsOf('x.zip', registerFile('shp.zip', some).bytes);
        expect(zipped).toEqual(expected);
        const features = await pointsOf('x.geojson', registerFile('geojson', some).bytes);
        expect(features.filter(([, geometry]) => geometry !== null)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('as a shapefile has those alone, and says how many are missing', async () => {
    const { bytes } = registerFile('shp.zip', model);
    expect(await pointsOf('x.zip', bytes)).toEqual(positions);
    const about = strFromU8(unzipSync(bytes)['说明.txt'] ?? new Uint8Array());
    expect(about).toContain('没有位置2个');
    expect(about).toContain('审图号：待填报');
    expect(about).toContain('演示数据');
  });

  it('is no shapefile where nothing has a position, and says so', async () => {
    const taken = takenRegister('township', defaultRegister, hostileModel(), 'zh-CN');
    const answer = takeAway('shp.zip', taken);
    if (!(answer instanceof Response)) throw new Error('there is a shapefile of nothing');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ type: '/problems/no-positions' });
    const { metadata } = JSON.parse(
      Buffer.from(registerFile('geojson', hostileModel()).bytes).toString(),
    );
    // Whoever makes a map of the list will need it all the same.
    expect(metadata).toMatchObject({ placed: 0, mapApproval: '审图号：待填报' });
  });
});

describe('what is taken away', () => {
  it('is what the page shows, and says by which filter', () => {
    const state = { search: '镇', sort: 'code', isDescending: true } as const;
    const taken = takenRegister('township', { ...defaultRegister, ...state }, model, 'zh-CN');
    const names = taken.table.rows.map(({ values }) => values[1]);
    expect(names).toEqual(hostileNames.filter((name) => name.includes('镇')).toReversed());
    expect(taken.notes).toContain('筛选条件：名称、拼音或代码 镇');
    expect(taken.notes).toContain(`筛选出${names.length}个，全部共${hostileNames.length}个`);
  });
});
