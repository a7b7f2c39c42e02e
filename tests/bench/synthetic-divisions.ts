/** Made-up divisions of any size, with codes of the right shape. Nothing here is a real place. */
import type { Division, DivisionKind, Level } from '../../src/lib/domain/division.ts';

/** How many units a made-up prefecture or province has. */
export interface Size {
  readonly counties: number;
  readonly townships: number;
  readonly villages: number;
}

const countiesPerPrefecture = 10;

/**
 * Prefectures of ten counties each, and townships and villages dealt out evenly below them, in the
 * order of codes; every one counts for the tracks of its level.
 */
export function syntheticDivisions(size: Size): Division[] {
  const divisions: Division[] = [];
  const perCounty = deal(size.townships, size.counties);
  const perTownship = deal(size.villages, size.townships);
  let townshipIndex = 0;
  for (let index = 0; index < size.counties; index += 1) {
    const prefecture = `13${digits(10 + Math.floor(index / countiesPerPrefecture), 2)}00`;
    if (index % countiesPerPrefecture === 0) {
      divisions.push(division(prefecture, '地级市', 'prefecture', null, ['prefecture']));
    }
    const county = `${prefecture.slice(0, 4)}${digits((index % countiesPerPrefecture) + 21, 2)}`;
    divisions.push(division(county, '县', 'county', prefecture, ['national', 'provincial']));
    for (let place = 1; place <= (perCounty[index] ?? 0); place += 1) {
      const township = `${county}${digits(place, 3)}`;
      divisions.push(division(township, '镇', 'township', county, ['township']));
      for (let number = 1; number <= (perTownship[townshipIndex] ?? 0); number += 1) {
        const village = `${township}${digits(number, 3)}`;
        divisions.push(division(village, '村', 'village', township, ['village']));
      }
      townshipIndex += 1;
    }
  }
  return divisions;
}

/** `total` things in `shares` parts that differ by one at most. */
function deal(total: number, shares: number): number[] {
  return Array.from(
    { length: shares },
    (_, index) => Math.floor(((index + 1) * total) / shares) - Math.floor((index * total) / shares),
  );
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function division(
  code: string,
  kind: DivisionKind,
  level: Level,
  parent: string | null,
  countedFor: readonly string[],
): Division {
  return {
    code,
    name: `${kind}${code}`,
    nameEn: null,
    kind,
    level,
    parent,
    countedFor,
    validFrom: null,
    validTo: null,
  };
}
