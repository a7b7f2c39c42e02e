/** The divisions, ready to be asked for by name: whom a ledger of one track may mean. */
import type { Division, DivisionCode, Level } from '../../domain/division.ts';
import type { Programme, Track } from '../../domain/programme.ts';
import { codesOfOtherEdition } from './code-editions.ts';
import { countyKeys, townshipKeys, villageKeys } from './normalise-name.ts';

export interface DivisionIndex {
  /** The level of the track's units. */
  readonly level: Level;
  /** Whose ledger it is. */
  readonly scope: Division;
  readonly counties: readonly Division[];
  readonly byCode: ReadonlyMap<DivisionCode, Division>;
  /** Whether the division is the reporter's to speak of. */
  isInScope(code: DivisionCode): boolean;
  isCounted(unit: Division): boolean;
  /** The county the text names, in the whole prefecture; several bear no one name. */
  findCounty(text: string): Division | undefined;
  /** Whether the text names a prefecture: 廊坊市, in a column of places. */
  isPrefecture(text: string): boolean;
  /** Without the province and the prefecture it begins with: 三河市皇庄镇 of 河北省廊坊市三河市皇庄镇. */
  withoutPrefecture(text: string): string;
  /** The townships of `place` (a county, or the prefecture) that the text may name. */
  findTownships(text: string, place: DivisionCode): readonly Division[];
  /**
   * The units of the track's level in `place` that the text may name. Of several in one township the most
   * exact key decides; of those in several, whether 村 stands at the end says nothing.
   */
  findUnits(text: string, place: DivisionCode): readonly Division[];
  /** All units in `place` that count for the track. */
  unitsIn(place: DivisionCode): readonly Division[];
  townshipsIn(place: DivisionCode): readonly Division[];
  /** What the code is in the other edition of the codes; `undefined`: the same. */
  readonly codeInOtherEdition: (code: DivisionCode) => DivisionCode | undefined;
  /** County, township, name: without what lies above the county. */
  pathOf(unit: Division): readonly string[];
}

const nothing: readonly Division[] = [];

export function keysOf(level: Level): (text: string) => readonly string[] {
  if (level === 'village') return villageKeys;
  return level === 'township' ? townshipKeys : countyKeys;
}

type IndexedTrack = Readonly<Pick<Track, 'id' | 'level'>>;

/** Divisions change with the data, not from one preview to the next: the same list has one index. */
const indexes = new WeakMap<readonly Division[], Map<string, DivisionIndex>>();

/** The index for a track's ledgers of one division; `undefined` where there is no such division. */
export function indexDivisions(
  divisions: readonly Division[],
  track: IndexedTrack,
  scopeCode: DivisionCode,
  swappedCodes?: Programme['swappedCodes'],
): DivisionIndex | undefined {
  const known = indexes.get(divisions) ?? new Map<string, DivisionIndex>();
  indexes.set(divisions, known);
  const key = `${track.id} ${track.level} ${scopeCode}`;
  const index = known.get(key) ?? buildIndex(divisions, track, scopeCode, swappedCodes);
  if (index) known.set(key, index);
  return index;
}

function buildIndex(
  divisions: readonly Division[],
  track: IndexedTrack,
  scopeCode: DivisionCode,
  swappedCodes: Programme['swappedCodes'],
): DivisionIndex | undefined {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const scope = byCode.get(scopeCode);
  if (!scope) return undefined;
  const isCounted = (unit: Division): boolean => unit.countedFor.includes(track.id);

  const above = (division: Division): readonly Division[] => {
    const path: Division[] = [];
    for (let code = division.parent; code !== null;) {
      const parent = byCode.get(code);
      if (!parent || path.includes(parent)) break;
      path.push(parent);
      code = parent.parent;
    }
    return path;
  };
  const inPlace = (level: Level) => byPlace(divisions, level, above);
  const townships = inPlace('township');
  const units = track.level === 'township' ? townships : inPlace(track.level);
  const counted = new Map<DivisionCode, readonly Division[]>();
  const counties = divisions.filter(({ level }) => level === 'county');
  const countiesByKey = countyNames(counties);
  const prefectureNames = divisions
    .filter(({ level }) => level === 'prefecture')
    .map(({ name }) => name);
  const prefectures = prefectureNames.flatMap(countyKeys);
  const beginning = new RegExp(`^(?:\\p{Script=Han}{2,3}省)?(?:${prefectureNames.join('|')})`, 'u');

  return {
    level: track.level,
    scope,
    counties,
    byCode,
    isInScope: (code) => {
      const division = byCode.get(code);
      return division !== undefined && (division === scope || above(division).includes(scope));
    },
    isCounted,
    findCounty: (text) => {
      const found = firstHit(countyNamesIn(text, prefectures), (key) => countiesByKey.get(key));
      return found?.length === 1 ? found[0] : undefined;
    },
    isPrefecture: (text) => countyKeys(text).some((key) => prefectures.includes(key)),
    withoutPrefecture: (text) => text.replace(beginning, ''),
    findTownships: (text, place) =>
      firstHit(townshipKeys(text), (key) => townships.byKey.get(`${place} ${key}`)) ?? nothing,
    findUnits: (text, place) =>
      named(keysOf(track.level)(text), (key) => units.byKey.get(`${place} ${key}`)),
    unitsIn: (place) => {
      const found = counted.get(place) ?? (units.all.get(place) ?? nothing).filter(isCounted);
      counted.set(place, found);
      return found;
    },
    townshipsIn: (place) => townships.all.get(place) ?? nothing,
    codeInOtherEdition: codesOfOtherEdition(swappedCodes),
    pathOf: (unit) => [
      ...above(unit)
        .filter(({ level }) => level !== 'prefecture')
        .map(({ name }) => name)
        .reverse(),
      unit.name,
    ],
  };
}

function firstHit(
  keys: readonly string[],
  find: (key: string) => readonly Division[] | undefined,
): readonly Division[] | undefined {
  for (const key of keys) {
    const found = find(key);
    if (found) return found;
  }
  return undefined;
}

function named(
  keys: readonly string[],
  find: (key: string) => readonly Division[] | undefined,
): readonly Division[] {
  const hits = keys.flatMap((key) => find(key) ?? nothing);
  const parents = new Set(hits.map(({ parent }) => parent));
  return parents.size > 1 ? [...new Set(hits)] : (firstHit(keys, find) ?? nothing);
}

/** The divisions of a level by the place above them they lie in, and by place and key. */
function byPlace(
  divisions: readonly Division[],
  level: Level,
  above: (division: Division) => readonly Division[],
) {
  const all = new Map<DivisionCode, Division[]>();
  const byKey = new Map<string, Division[]>();
  const keys = keysOf(level);
  for (const division of divisions) {
    if (division.level !== level) continue;
    const names = keys(division.name);
    for (const { code } of above(division)) {
      add(all, code, division);
      for (const key of names) add(byKey, `${code} ${key}`, division);
    }
  }
  return { all, byKey };
}

/** Counties by key. Where there is one development zone, it is called so in short. */
function countyNames(counties: readonly Division[]): ReadonlyMap<string, readonly Division[]> {
  const names = new Map<string, Division[]>();
  for (const county of counties) {
    for (const key of countyKeys(county.name)) add(names, key, county);
    if (county.kind !== '开发区') continue;
    for (const short of ['开发区', '经开区', '经济开发区', '经济技术开发区']) {
      for (const key of countyKeys(short)) add(names, key, county);
    }
  }
  return names;
}

/** The keys of a county's name, also with the prefecture's before it: 廊坊市固安县, 廊坊开发区. */
function countyNamesIn(text: string, prefectures: readonly string[]): readonly string[] {
  const keys = countyKeys(text);
  const rest = keys.flatMap((key) =>
    prefectures
      .filter((name) => key.startsWith(name) && key.length > name.length)
      .flatMap((name) => countyKeys(key.slice(name.length))),
  );
  return [...keys, ...rest];
}

function add(map: Map<string, Division[]>, key: string, division: Division): void {
  const others = map.get(key);
  if (!others) map.set(key, [division]);
  else if (!others.includes(division)) others.push(division);
}
