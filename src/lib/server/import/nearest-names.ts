/** The names most like one that no division bears: typing errors of the same shape or the same sound. */
import { pinyin } from 'pinyin-pro';
import type { Division, DivisionCode } from '../../domain/division.ts';
import { compareText } from '../../domain/order.ts';
import { keysOf, type DivisionIndex } from './division-index.ts';
import { editDistance } from './edit-distance.ts';
import { loosestKey } from './normalise-name.ts';

export const maxCandidates = 3;

/** Longer than any division's name: no typing error makes a name of it. */
const longestName = 30;

/** The nearest in the places, which are searched in turn: the named township, its county, elsewhere. */
export type FindNearest = (written: string, places: readonly DivisionCode[]) => readonly Division[];

interface Name {
  readonly division: Division;
  readonly characters: readonly string[];
  /** The last question that came by it: a name shares more than one character, and is compared once. */
  asked: number;
}

/** The names of a place by the characters in them: what shares none with a name is no typing error of it. */
type Tier = ReadonlyMap<string, readonly Name[]>;

/**
 * At most three divisions that count and share a character with the written name: the fewest characters
 * to change first (a place further off counts as half a change), then the fewest sounds. A later place is
 * searched only while the earlier ones have fewer than three.
 */
export function nearestNames(index: DivisionIndex): FindNearest {
  const keys = keysOf(index.level);
  const charactersOf = (text: string): readonly string[] => [...loosestKey(keys(text))];
  const nameOf = (division: Division): Name => ({
    division,
    characters: charactersOf(division.name),
    asked: 0,
  });
  const soundOf = once(syllable);
  const names = new Map<Division, Name>();
  let question = 0;
  const tierOf = once((place: DivisionCode): Tier => {
    const tier = new Map<string, Name[]>();
    for (const division of index.unitsIn(place)) {
      const name = names.get(division) ?? nameOf(division);
      names.set(division, name);
      for (const character of new Set(name.characters)) {
        const others = tier.get(character);
        if (others) others.push(name);
        else tier.set(character, [name]);
      }
    }
    return tier;
  });

  return (written, places) => {
    const characters = charactersOf(written);
    if (characters.length > longestName) return [];
    question += 1;
    const found: Found[] = [];
    /** Changes of the three best so far: what takes more than the third is not among the nearest. */
    let best = [Infinity, Infinity, Infinity];
    places.forEach((place, further) => {
      if (found.length >= maxCandidates) return;
      for (const character of new Set(characters)) {
        for (const name of tierOf(place).get(character) ?? []) {
          if (name.asked === question) continue;
          name.asked = question;
          const enough = best.at(-1) ?? Infinity;
          const apart = editDistance(characters, name.characters, enough - further / 2);
          const changes = apart + further / 2;
          if (changes > enough) continue;
          found.push({ name, changes });
          if (changes < enough) {
            best = [...best, changes].sort((a, b) => a - b).slice(0, maxCandidates);
          }
        }
      }
    });
    const enough = best.at(-1) ?? Infinity;
    const nearest = found.filter(({ changes }) => changes <= enough);
    return rank(characters, nearest, soundOf);
  };
}

interface Found {
  readonly name: Name;
  readonly changes: number;
}

/** Nearest first; of those equally near, what sounds alike. */
function rank(
  characters: readonly string[],
  found: readonly Found[],
  soundOf: (character: string) => string,
): readonly Division[] {
  const sound = characters.map(soundOf);
  return found
    .map(({ name, changes }) => ({
      division: name.division,
      changes,
      sounds: editDistance(sound, name.characters.map(soundOf)),
    }))
    .sort(
      (a, b) =>
        a.changes - b.changes ||
        a.sounds - b.sounds ||
        compareText(a.division.code, b.division.code),
    )
    .slice(0, maxCandidates)
    .map(({ division }) => division);
}

/**
 * The syllable of a character without its tone, and without what is often confused: zh and z, n and ng.
 * Of a character with two readings always the same one, so that a name sounds like itself.
 */
function syllable(character: string): string {
  return pinyin(character, { toneType: 'none' })
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n');
}

/** Remembers its answers; what it is asked is few: the characters of names, the places of a prefecture. */
function once<Answer>(workOut: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) answers.set(text, (answer = workOut(text)));
    return answer;
  };
}
