/**
 * Finding a place by what a reader types: part of its name, its pinyin in full or by initials
 * (mixed as input methods allow: 燕郊 is found by 燕, yanjiao, yj, yjiao), or the beginning of its code.
 */
import type { Division } from './division.ts';

/** The readings of one character in pinyin without tones, `v` for ü; empty where it has none. */
export type ReadingsOf = (character: string) => readonly string[];

/**
 * The office of a village, which the statistical names end with and people leave out or shorten:
 * 某某村民委员会 is 某某村. Left in, every village would be found by its pinyin.
 */
const villageOffice = /(?<=.村)(?:民委员会|委会)$/;

/** What was typed, as it is compared: half-width, lower case, without spaces and the village's office. */
export function foldSearch(text: string): string {
  return foldName(text)
    .replaceAll('ü', 'v')
    .replaceAll(/[\s'’]/g, '')
    .replace(villageOffice, '');
}

function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Whether the place is one that the folded text asks for; an empty text asks for every place. */
export function matchesSearch(
  { code, name }: Pick<Division, 'code' | 'name'>,
  folded: string,
  readingsOf: ReadingsOf,
): boolean {
  if (folded === '') return true;
  if (/^\d+$/.test(folded)) return code.startsWith(folded);
  const whole = foldName(name);
  if (whole.includes(folded)) return true;
  const characters = [...whole.replace(villageOffice, '')];
  return characters.some((_, start) => isSpelledFrom(characters, start, folded, readingsOf));
}

/**
 * Whether the text spells characters of the name from `start` on. Keeps every place in the text that
 * the characters so far can have led to, so that no text takes longer than its length times the name's.
 */
function isSpelledFrom(
  characters: readonly string[],
  start: number,
  text: string,
  readingsOf: ReadingsOf,
): boolean {
  let places = new Set([0]);
  for (let index = start; index < characters.length && places.size > 0; index += 1) {
    const character = characters[index] ?? '';
    const next = new Set<number>();
    for (const place of places) {
      if (text.startsWith(character, place)) next.add(place + character.length);
      for (const reading of readingsOf(character)) {
        if (reading[0] === text[place]) next.add(place + 1);
        if (text.startsWith(reading, place)) next.add(place + reading.length);
        // Still being typed: the text ends within the reading.
        if (reading.startsWith(text.slice(place))) return true;
      }
    }
    if (next.has(text.length)) return true;
    places = next;
  }
  return false;
}
