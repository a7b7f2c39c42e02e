import { describe, expect, it } from 'vitest';
import { coordinateColumns } from './coordinate-columns.ts';

const columnsOf = (...headings: readonly string[]) =>
  headings.map((heading, index) => ({ letter: String.fromCharCode(65 + index), heading }));

describe('The columns of coordinates', () => {
  it.each([
    ['经度', '纬度'],
    ['东经', '北纬'],
    ['经度（°）', '纬度（°）'],
    ['经度(度分秒)', '纬度(度分秒)'],
    ['中心点经度', '中心点纬度'],
    ['经度（WGS-84）', '纬度（WGS-84）'],
    ['Lon', 'Lat'],
    ['LNG', 'LAT'],
    ['longitude', 'latitude'],
    ['X', 'Y'],
    ['X坐标', 'Y坐标'],
    ['POINT_X', 'POINT_Y'],
  ])('are headed %s and %s', (east, north) => {
    expect(coordinateColumns(columnsOf('村名', north, east))).toEqual({
      kind: 'two',
      longitude: 2,
      latitude: 1,
    });
  });

  it.each(['坐标', '经纬度', '地理坐标', 'coordinates'])('are one headed %s', (heading) => {
    expect(coordinateColumns(columnsOf('村名', heading))).toEqual({ kind: 'one', index: 1 });
  });

  it('of two beat one, and the first of two alike is taken', () => {
    expect(coordinateColumns(columnsOf('坐标', '经度', '纬度', '经度'))).toEqual({
      kind: 'two',
      longitude: 1,
      latitude: 2,
    });
  });

  it('are counted as Excel letters them', () => {
    const far = [
      { letter: 'Z', heading: '经度' },
      { letter: 'AB', heading: '纬度' },
    ];
    expect(coordinateColumns(far)).toEqual({ kind: 'two', longitude: 25, latitude: 27 });
  });

  it.each([
    ['村名', '代码'],
    ['经度'],
    ['纬度', '时间'],
    ['联系人', '位置说明'],
    ['最低纬', '经济'],
  ])('are not among %s', (...headings) => {
    expect(coordinateColumns(columnsOf(...headings))).toBeNull();
  });
});
