/** What a sheet, or a line between its rows, says for all the rows under it: their place, and whose titles they have. */
import { isSchemeOfOthers } from './other-scheme.ts';
import type { Sheet } from '../spreadsheet/workbook.ts';
import type { DivisionIndex } from './division-index.ts';
import type { Header } from './header.ts';
import { groupName, isTitle } from './line-of-no-unit.ts';
import { saidAbove, type Fields } from './row-fields.ts';
import type { ReadRows } from './ledger-rows.ts';
import { plainName } from './normalise-name.ts';

type Said = Readonly<Pick<Fields, 'county' | 'township' | 'grade'>>;

/** How the rows under `header` are to be read, by the divisions of the reporter. */
export function readingOf(sheet: Sheet, header: Header, index: DivisionIndex): ReadRows {
  return {
    level: index.level,
    place: placeOfSheet(sheet, header, index),
    groupOf: (text) => groupOfLine(text, index),
    names: (text) => index.findUnits(text, index.scope.code).length > 0,
  };
}

/**
 * What a line by itself says: a title or heading with a place or a scheme in it, a place with or without
 * marks. A place that nobody knows (二、杨税雾镇) is said too: the rows below are not those of the group above.
 */
function groupOfLine(text: string, index: DivisionIndex): Said | null {
  const name = groupName(text);
  const grade = gradeOf(text);
  const place = placeOfName(name, index) ?? (isTitle(text) ? placeInTitle(text, index) : null);
  if (place || grade) return { ...place, ...grade };
  const isMarked = name !== plainName(text) && name !== text.trim();
  if (!isMarked || index.level !== 'village') return null;
  return /(?:[镇乡]|街道|办事处|园区|开发区)$/.test(name) ? { township: saidAbove(name) } : null;
}

/** 一、国家森林乡村; 三、市级森林村庄. */
function gradeOf(text: string): Said | null {
  const name = groupName(text);
  if (isSchemeOfOthers(name)) return { grade: saidAbove(name) };
  return /市级森林(?:村庄|乡镇)/.test(name) ? { grade: saidAbove('市级') } : null;
}

/** 杨税务镇, 安次区: nothing but the full name of a township or county. */
function placeOfName(text: string, index: DivisionIndex): Said | null {
  const plain = plainName(text);
  if (index.findCounty(text)?.name === plain) return { county: saidAbove(text) };
  if (index.level !== 'village') return null;
  const found = index.findTownships(text, index.scope.code);
  return found.some(({ name }) => name === plain) ? { township: saidAbove(text) } : null;
}

/** The one county and the one township whose full names stand in a title. */
function placeInTitle(text: string, index: DivisionIndex): Said | null {
  const title = plainName(text.slice(0, 400));
  const counties = index.counties.filter(({ name }) => title.includes(name));
  const [county] = counties.length === 1 ? counties : [];
  const within = county && index.isInScope(county.code) ? county : index.scope;
  const named = index.townshipsIn(within.code).filter(({ name }) => title.includes(name));
  const [only] = named.length === 1 && index.level === 'village' ? named : [];
  // 皇庄镇等3个乡镇: one of several.
  const township = only && !title.includes(`${only.name}等`) ? only : undefined;
  if (!county && !township) return null;
  return {
    ...(county && { county: saidAbove(county.name) }),
    ...(township && { township: saidAbove(township.name) }),
  };
}

/** A title of the list; an address beside it names a township too. */
function isAbout(text: string): boolean {
  return isTitle(text) || /森林(?:村庄|乡镇)/.test(text);
}

function countyIn(text: string, index: DivisionIndex): Said | null {
  const county = placeInTitle(text, index)?.county;
  return county ? { county } : null;
}

/** 乡镇：新集镇; 填报单位：新集镇人民政府（盖章）. */
const reporter =
  /^(?:所属|所在)?(?:乡镇|乡镇街道|镇|填报单位|填表单位|申报单位|上报单位|单位)(?:名称|\([^()]*\))*:(.+?)(?:\([^()]*\))?$/;

function townshipOfReporter(titles: readonly string[], index: DivisionIndex): Said | null {
  if (index.level !== 'village') return null;
  for (const text of titles) {
    const said = reporter.exec(text.normalize('NFKC').replace(/\s+/g, ''))?.[1];
    const found = said === undefined ? [] : index.findTownships(said, index.scope.code);
    if (found.length === 1 && found[0]) return { township: saidAbove(found[0].name) };
  }
  return null;
}

/** The sheet's name, in short too: 皇庄, 三河, 2.新集镇（12个）. */
function placeOfSheetName(text: string, index: DivisionIndex): Said | null {
  const name = groupName(text);
  const exact = placeOfName(name, index) ?? placeInTitle(text, index);
  if (exact) return exact;
  const county = index.findCounty(name);
  if (county) return { county: saidAbove(county.name) };
  if (index.level !== 'village') return null;
  const found = index.findTownships(name, index.scope.code);
  return found.length === 1 && found[0] ? { township: saidAbove(found[0].name) } : null;
}

/**
 * Of what the ledger has no column for: the county and township its titles name (三河市皇庄镇2023年市级森林村庄名单),
 * else those of the reporter, else those its sheet is called after.
 */
function placeOfSheet(sheet: Sheet, { titles, places }: Header, index: DivisionIndex): Said {
  const said: readonly (Said | null)[] = [
    ...titles.filter(isAbout).map((text) => placeInTitle(text, index)),
    townshipOfReporter(titles, index),
    countyIn(titles.join(''), index),
    placeOfSheetName(sheet.name, index),
  ];
  const county = places.has('county') ? undefined : said.find((each) => each?.county)?.county;
  const township = places.has('township')
    ? undefined
    : said.find((each) => each?.township)?.township;
  return { ...(county && { county }), ...(township && { township }) };
}
