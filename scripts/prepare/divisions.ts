/**
 * The rows of `divisions.csv` out of the statistical code lists (source S68: 国家统计局
 * 统计用区划和城乡划分代码, cut-off 2023-06-30). What counts toward which denominator is decided
 * here and nowhere else; the 90 and the 3,200 come out by counting.
 */
import type { DivisionKind, DivisionRow } from '../../src/lib/domain/division.ts';

export interface TownshipUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** Code and name, as the village list gives them. */
export type VillageUnit = readonly [code: string, name: string];

interface CountyLevelRow {
  readonly code: string;
  readonly name: string;
  readonly kind: DivisionKind;
  readonly nameEn: string;
}

/** GB/T 2260. The development zone has a statistical code only and is none of the ten counties. */
const countyLevel: readonly CountyLevelRow[] = [
  { code: '131002', name: '安次区', kind: '市辖区', nameEn: 'Anci District' },
  { code: '131003', name: '广阳区', kind: '市辖区', nameEn: 'Guangyang District' },
  { code: '131022', name: '固安县', kind: '县', nameEn: "Gu'an County" },
  { code: '131023', name: '永清县', kind: '县', nameEn: 'Yongqing County' },
  { code: '131024', name: '香河县', kind: '县', nameEn: 'Xianghe County' },
  { code: '131025', name: '大城县', kind: '县', nameEn: 'Dacheng County' },
  { code: '131026', name: '文安县', kind: '县', nameEn: "Wen'an County" },
  {
    code: '131028',
    name: '大厂回族自治县',
    kind: '自治县',
    nameEn: 'Dachang Hui Autonomous County',
  },
  {
    code: '131071',
    name: '廊坊经济技术开发区',
    kind: '开发区',
    nameEn: 'Langfang Economic and Technological Development Zone',
  },
  { code: '131081', name: '霸州市', kind: '县级市', nameEn: 'Bazhou City' },
  { code: '131082', name: '三河市', kind: '县级市', nameEn: 'Sanhe City' },
];

/**
 * Village committees: 村民委员会 or 村委会, and the …街街道委员会 of 霸州, which the source codes
 * as villages (tail 200 and above) though their name is a street's.
 */
const villageName = /(村民委员会|村委会|街街道委员会)$/;

function townshipKind(unit: TownshipUnit): DivisionKind {
  if (unit.kind === '镇' || unit.kind === '乡' || unit.kind === '街道') return unit.kind;
  // The two 街道 of the development zone are coded as statistical units but are real 街道.
  return unit.name.endsWith('街道') ? '街道' : '统计单位';
}

function row(
  code: string,
  name: string,
  kind: DivisionKind,
  parent: string,
  countedFor: string,
  nameEn = '',
): DivisionRow {
  return {
    code,
    name,
    kind,
    parent,
    counted_for: countedFor,
    valid_from: '',
    valid_to: '',
    name_en: nameEn,
  };
}

/** All rows, each below its parent: in the order of the codes. */
export function divisionRows(
  townships: readonly TownshipUnit[],
  villages: readonly VillageUnit[],
): readonly DivisionRow[] {
  const rows = [
    row('131000', '廊坊市', '地级市', '', 'prefecture', 'Langfang City'),
    ...countyLevel.map((county) =>
      row(
        county.code,
        county.name,
        county.kind,
        '131000',
        county.kind === '开发区' ? '' : 'national provincial',
        county.nameEn,
      ),
    ),
    ...townships.map((unit) => {
      const kind = townshipKind(unit);
      const counts = kind === '镇' || kind === '乡';
      return row(unit.code, unit.name, kind, unit.code.slice(0, 6), counts ? 'township' : '');
    }),
    ...villages.map(([code, name]) => {
      const isVillage = villageName.test(name);
      const parent = code.slice(0, 9);
      return row(code, name, isVillage ? '村' : '社区', parent, isVillage ? 'village' : '');
    }),
  ];
  // Padded, a code sorts directly before everything that lies below it.
  return rows.toSorted((a, b) => {
    const left = a.code.padEnd(12, '0');
    const right = b.code.padEnd(12, '0');
    return left < right ? -1 : left > right ? 1 : a.code.length - b.code.length;
  });
}
