/** Whom a row of a ledger means: by code first, then by name within county and township. */
import type { Division } from '../../domain/division.ts';
import type { DivisionIndex } from './division-index.ts';
import { editDistance } from './edit-distance.ts';
import { faultAt } from './fault-at.ts';
import { findNamed, namesSeveral, type Named } from './find-named.ts';
import { textOf, type Field, type Fields } from './row-fields.ts';
import { matchByCode, readWrittenCode, twinOf, type WrittenCode } from './match-by-code.ts';
import type { FindNearest } from './nearest-names.ts';
import { plainName } from './normalise-name.ts';
import { readPlace, type Place } from './read-place.ts';
import { doubt, settle, wrong, type UnitMatch } from './unit-match.ts';

export interface Matching {
  readonly index: DivisionIndex;
  readonly nearest: FindNearest;
}

/** The unit a row means; `name`: the field that names it, where the row has one. */
export function matchUnit(
  fields: Readonly<Fields>,
  name: Field | undefined,
  by: Matching,
): UnitMatch {
  const { index } = by;
  // The cell itself is told to be unreadable; nothing is guessed from the rest of the row.
  if (name?.reading.status === 'fault') return wrong([]);
  const place = readPlace(fields, index);
  if (place.county && !index.isInScope(place.county.code)) {
    const values = { unit: place.county.name, scope: index.scope.name };
    return wrong([faultAt('other-county', fields.county, values)]);
  }
  const code = readWrittenCode(fields.code, index);
  const text = textOf(name);
  if (text === undefined) return matchByCode(code, place, fields, index);
  const row: NamedRow = { text, name, place, fields, named: findNamed(text, place, index) };
  if (row.named.here.length === 0 && namesSeveral(text, place, index)) {
    return wrong([...place.faults, faultAt('several-names', name)]);
  }
  return code.unit ? matchCodeAndName(code.unit, row, by) : matchByName({ ...row, code }, by);
}

interface NamedRow {
  readonly text: string;
  readonly name: Field | undefined;
  readonly place: Place;
  readonly fields: Readonly<Fields>;
  readonly named: Named;
}

/** The code names somebody: does the name say the same? */
function matchCodeAndName(coded: Division, row: NamedRow, by: Matching): UnitMatch {
  const { index } = by;
  const { place, fields, named } = row;
  const { here, elsewhere } = named;
  if (here.includes(coded)) return settle(coded, place.faults, fields, index);
  const [only] = here;
  if (only && here.length === 1 && twinOf(coded, index) === only) {
    // The name decides, with its township: it is the code that editions disagree on.
    const values = { unit: only.name, other: coded.name };
    const remark = faultAt('other-edition', fields.code, values);
    return settle(only, [...place.faults, remark], fields, index);
  }
  if (here.length === 0 && elsewhere.includes(coded)) {
    return doubt([otherPlace(row, elsewhere)], [coded, ...elsewhere], index);
  }
  const fault = faultAt('code-and-name-differ', fields.code, {
    unit: coded.name,
    name: row.text,
  });
  // A name that there is comes before the code; of a name that there is not, the code knows better.
  const choices = here.length > 0 ? [...here, coded] : [coded, ...nearestTo(row, by)];
  return doubt([fault], choices, index);
}

/** No code, or none that says anything. */
function matchByName(row: NamedRow & { readonly code: WrittenCode }, by: Matching): UnitMatch {
  const { index } = by;
  const { place, fields, name, named } = row;
  const { here, elsewhere } = named;
  const remarks = [...row.code.faults, ...place.faults];
  const [only] = here;
  if (only && here.length === 1) {
    // A township nobody can read leaves open whether this is the one that is meant.
    if (place.faults.length > 0) return doubt(remarks, [only], index);
    return settle(only, remarks, fields, index);
  }
  if (here.length > 1) {
    if (place.faults.length > 0) return doubt(remarks, byTownship(here, fields, index), index);
    const values = { place: named.within.name, count: String(here.length) };
    return doubt([...remarks, faultAt('ambiguous', name, values)], here, index);
  }
  const near = nearestTo(row, by);
  const { county } = place;
  // The row names a township of another county: it is the county that is wrong.
  if (elsewhere.length > 0 && place.faults.some(({ code }) => code === 'other-place')) {
    return doubt(remarks, [...byTownship(elsewhere, fields, index), ...near], index);
  }
  if (elsewhere.some(({ code }) => county === null || code.startsWith(county.code))) {
    return doubt([...remarks, otherPlace(row, elsewhere)], [...elsewhere, ...near], index);
  }
  // Of a name that only another county has, a typing error in this one is likelier.
  const fault = faultAt('unknown-name', name, { place: named.within.name });
  const choices = elsewhere.length > 0 ? [...near.slice(0, 2), ...elsewhere, ...near] : near;
  return doubt([...remarks, fault], choices, index);
}

/** Those in the townships most like the one that nobody can read first. */
function byTownship(
  units: readonly Division[],
  fields: Readonly<Fields>,
  { byCode }: DivisionIndex,
): readonly Division[] {
  const written = [...plainName(textOf(fields.township) ?? '')];
  const apart = (unit: Division): number =>
    editDistance(written, [...(byCode.get(unit.parent ?? '')?.name ?? '')]);
  return units.toSorted((a, b) => apart(a) - apart(b));
}

function otherPlace({ name, fields, named }: NamedRow, elsewhere: readonly Division[]) {
  const [first] = elsewhere;
  const values = { place: named.within.name, unit: first?.name ?? '', name: textOf(name) ?? '' };
  return faultAt('other-place', fields.township?.letter ? fields.township : name, values);
}

/** In the named township first, then in the county, then wherever the reporter may speak of. */
function nearestTo({ text, place, named }: NamedRow, { index, nearest }: Matching) {
  const places = [named.township, named.within, place.county, index.scope];
  const codes = new Set(places.flatMap((division) => (division ? [division.code] : [])));
  return nearest(text, [...codes]);
}
