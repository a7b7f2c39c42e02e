/** Which columns of a table hold coordinates, by the words people head them with. */
import type { LedgerColumn } from '../../domain/ledger.ts';

export type CoordinateColumns =
  | { readonly kind: 'two'; readonly longitude: number; readonly latitude: number }
  /** Both in one cell. */
  | { readonly kind: 'one'; readonly index: number };

const systems = '(?:wgs84|wgs1984|cgcs2000|2000|gcj02|bd09|高德|百度|天地图|火星)?';
const of = '(?:中心点?|点位|地理|位置|所在地|村委会|政府驻地|驻地)?';
const unit = '(?:度|度分秒|十进制度|东经|北纬|e|n)?';

const patterns = {
  longitude: new RegExp(
    `^${of}${systems}(?:东经|经度|经度坐标|lon|long|lng|longitude|x|x坐标|坐标x|pointx|横坐标)${unit}${systems}$`,
  ),
  latitude: new RegExp(
    `^${of}${systems}(?:北纬|纬度|纬度坐标|lat|latitude|y|y坐标|坐标y|pointy|纵坐标)${unit}${systems}$`,
  ),
  pair: new RegExp(
    `^${of}${systems}(?:坐标|经纬度|坐标点|经纬度坐标|坐标经纬度|坐标位置|位置|coordinates?|location|position|lonlat|lnglat|latlon|latlng)${systems}$`,
  ),
} as const;

/** Letters, digits and Chinese characters alone, small: `经度 (°E)` is 经度e. */
function plainHeading(heading: string): string {
  return heading
    .slice(0, 60)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Position of a letter of Excel's, from 0. */
function indexOf(letter: string): number {
  return [...letter].reduce((index, each) => index * 26 + each.charCodeAt(0) - 64, 0) - 1;
}

/** `null`: the table gives no coordinates. The first column of two that say the same wins. */
export function coordinateColumns(
  columns: readonly Pick<LedgerColumn, 'letter' | 'heading'>[],
): CoordinateColumns | null {
  const find = (kind: keyof typeof patterns): number | undefined => {
    const column = columns.find(({ heading }) => patterns[kind].test(plainHeading(heading)));
    return column && indexOf(column.letter);
  };
  const [longitude, latitude, pair] = [find('longitude'), find('latitude'), find('pair')];
  if (longitude !== undefined && latitude !== undefined) {
    return { kind: 'two', longitude, latitude };
  }
  return pair === undefined ? null : { kind: 'one', index: pair };
}
