/** The place a sheet, or a line between its rows, names for all the rows under it. */
import type { Sheet } from '../spreadsheet/workbook.ts';
import type { DivisionIndex } from './division-index.ts';
import type { Header } from './find-header.ts';
import { saidAbove, type ReadRows } from './ledger-rows.ts';
import { plainName } from './normalise-name.ts';

/** 杨税务镇, 安次区: a line of nothing but the full name of a township or county. */
export function placeOfLine(text: string, index: DivisionIndex): 'county' | 'township' | null {
  const plain = plainName(text);
  if (index.findCounty(text)?.name === plain) return 'county';
  if (index.level !== 'village') return null;
  const found = index.findTownships(text, index.scope.code);
  return found.some(({ name }) => name === plain) ? 'township' : null;
}

/**
 * Where a ledger has no column of counties: the one county its title names (固安县2023年市级森林村庄名单),
 * else the one its sheet is called after. Of townships, where it has no column of those: the sheet's name.
 */
export function placeOfSheet(
  sheet: Sheet,
  header: Header,
  index: DivisionIndex,
): ReadRows['place'] {
  const title = plainName(header.titles.join('').slice(0, 400));
  const named = header.places.has('county')
    ? []
    : index.counties.filter(({ name }) => title.includes(name));
  const [only] = named;
  const county = named.length === 1 ? only : undefined;
  const ofSheet = placeOfLine(sheet.name, index);
  const isFree = ofSheet !== null && !header.places.has(ofSheet);
  return {
    ...(county && { county: saidAbove(county.name) }),
    ...(isFree && !(ofSheet === 'county' && county) && { [ofSheet]: saidAbove(sheet.name) }),
  };
}
