/** The units that bear a written name, where the row says and elsewhere. */
import type { Division, DivisionCode } from '../../domain/division.ts';
import type { DivisionIndex } from './division-index.ts';
import { plainName, saysCommunity } from './normalise-name.ts';
import type { Place } from './read-place.ts';

export interface Named {
  /** In the township the row names, or where it names none in the county, or in all the reporter's. */
  readonly here: readonly Division[];
  /** Of that name, counted, but not there. */
  readonly elsewhere: readonly Division[];
  readonly township: Division | null;
  /** The smallest place the row names. */
  readonly within: Division;
}

/** Also where the name begins with its number or its place: 3.大王庄, 杨税务镇大王庄村. */
export function findNamed(written: string, place: Place, index: DivisionIndex): Named {
  const plain = findIn(written, place, index);
  if (plain.here.length > 0) return plain;
  const text = written.replace(numbered, '');
  const found = text === written ? plain : findIn(text, place, index);
  if (found.here.length > 0) return found;
  const split = splitPlace(plainName(index.withoutPrefecture(text)), place, index);
  if (!split) return found.elsewhere.length > 0 ? found : plain;
  const placed = findIn(split.rest, { ...place, ...split.place }, index);
  return placed.here.length + placed.elsewhere.length > 0 ? placed : plain;
}

/** A number in order before a name; 三村 and 1街 have no mark after theirs. */
const numbered =
  /^\s*(?:[①-⑳⑴-⒇⒈-⒛]|[(（]\s*[\d一二三四五六七八九十]{1,4}\s*[)）]|[\d０-９一二三四五六七八九十]{1,4}\s*[、.．,，:：)）])\s*/u;

const between = /[、，,;；/／|\s]+|(?<=村|庄)[和与及]/u;

/** Whether several units stand in one cell, 东关、西关村: each in its place by itself, and none together. */
export function namesSeveral(text: string, place: Place, index: DivisionIndex): boolean {
  const names = text
    .replace(numbered, '')
    .split(between)
    .filter((name) => plainName(name) !== '');
  if (names.length < 2) return /等\s*[\d一二三四五六七八九十]+\s*个/.test(text);
  const within = place.township ?? place.county ?? index.scope;
  const isNamed = (name: string): boolean => index.findUnits(name, within.code).length > 0;
  return (
    names.filter(isNamed).length >= 2 ||
    (names.length > 2 && names.some(isNamed)) ||
    names.every((name) => /[村庄]$/.test(plainName(name)))
  );
}

function findIn(text: string, place: Place, index: DivisionIndex): Named {
  const { township } = place;
  const within = township ?? place.county ?? index.scope;
  const find = (code: DivisionCode): readonly Division[] => index.findUnits(text, code);
  const here = preferred(find(within.code), text, index);
  const around = [place.county ?? index.scope, index.scope].map(({ code }) => code);
  let elsewhere: readonly Division[] = [];
  for (const code of around) {
    if (elsewhere.length > 0) break;
    elsewhere = find(code).filter((unit) => index.isCounted(unit) && !here.includes(unit));
  }
  return { here, elsewhere, township, within };
}

/** Of a village and a community of one name, the one the writing speaks of. */
function preferred(
  units: readonly Division[],
  text: string,
  { isCounted }: DivisionIndex,
): readonly Division[] {
  const wantsCounted = !saysCommunity(text);
  const wanted = units.filter((unit) => isCounted(unit) === wantsCounted);
  return wanted.length > 0 ? wanted : units;
}

/** County and township a name begins with, by their full names. */
function splitPlace(text: string, place: Place, index: DivisionIndex) {
  const county = startOf(text, index.counties) ?? place.county;
  const afterCounty =
    county && text.startsWith(county.name) ? text.slice(county.name.length) : text;
  if (index.level === 'township') {
    return afterCounty === text ? undefined : { rest: afterCounty, place: { county } };
  }
  const township = startOf(afterCounty, index.townshipsIn((county ?? index.scope).code));
  const rest = township ? afterCounty.slice(township.name.length) : afterCounty;
  if (rest === text) return undefined;
  return { rest, place: { county, township: place.township ?? township ?? null } };
}

function startOf(text: string, divisions: readonly Division[]): Division | undefined {
  return divisions.find(({ name }) => text.startsWith(name) && text.length > name.length);
}
