/** In which county and township a row says its unit lies. */
import type { Division } from '../../domain/division.ts';
import type { RowFault } from '../../domain/ledger.ts';
import type { DivisionIndex } from './division-index.ts';
import { faultAt } from './fault-at.ts';
import { groupName } from './line-of-no-unit.ts';
import { textOf, type Field, type Fields } from './row-fields.ts';

export interface Place {
  /** `null`: the row does not say, or nobody can read it. */
  readonly county: Division | null;
  readonly township: Division | null;
  /** A county or township that there is not, or not there. */
  readonly faults: readonly RowFault[];
}

/** What the columns say; in a county's own ledger the county need not be said. */
export function readPlace(fields: Readonly<Fields>, index: DivisionIndex): Place {
  const { scope } = index;
  const own = scope.level === 'county' ? scope : null;
  const written = textOf(fields.county);
  const county =
    written === undefined
      ? undefined
      : (index.findCounty(written) ?? index.findCounty(groupName(written)));
  const isUnknown = written !== undefined && !county && !index.isPrefecture(written);
  const faults = isUnknown ? [faultAt('unknown-name', fields.county, { place: '' })] : [];
  if (index.level !== 'village') return { county: county ?? own, township: null, faults };
  const read = readTownship(fields.township, county ?? own, index);
  return {
    county: county ?? own ?? (read.township ? countyOf(read.township, index) : null),
    township: read.township,
    faults: [...faults, ...read.faults],
  };
}

function readTownship(
  field: Field | undefined,
  county: Division | null,
  index: DivisionIndex,
): Omit<Place, 'county'> {
  const written = textOf(field);
  if (written === undefined) return { township: null, faults: [] };
  const within = county ?? index.scope;
  const said = withoutCounty(index.withoutPrefecture(written), index);
  const exact = index.findTownships(said, within.code);
  // 皇庄镇（2个）, 二、皇庄镇: as over a group of rows.
  const found = exact.length > 0 ? exact : index.findTownships(groupName(said), within.code);
  const [township] = found;
  if (township && found.length === 1) return { township, faults: [] };
  // Two counties have one of that name, and the village will tell which; or none has.
  if (township) return { township: null, faults: [] };
  const isElsewhere = index.findTownships(written, index.scope.code).length > 0;
  const values = { place: within.name, name: written };
  const fault = faultAt(isElsewhere ? 'other-place' : 'unknown-name', field, values);
  return { township: null, faults: [fault] };
}

/** 杨税务镇 of 安次区杨税务镇. */
function withoutCounty(text: string, { counties }: DivisionIndex): string {
  const county = counties.find(({ name }) => text.startsWith(name) && text.length > name.length);
  return county ? text.slice(county.name.length) : text;
}

function countyOf(township: Division, { byCode }: DivisionIndex): Division | null {
  return byCode.get(township.parent ?? '') ?? null;
}
