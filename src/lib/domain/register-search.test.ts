import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSearch, matchesSearch } from './register-search.ts';

const readings: Readonly<Record<string, readonly string[]>> = {
  长: ['chang', 'zhang'],
  安: ['an'],
  女: ['nv'],
  乐: ['le', 'yue'],
  村: ['cun'],
  民: ['min'],
  委: ['wei'],
  员: ['yuan'],
  会: ['hui', 'kuai'],
};
const find = (name: string, typed: string) =>
  matchesSearch({ code: '990001100201', name }, foldSearch(typed), (each) => readings[each] ?? []);

describe('a place is found', () => {
  it.each([
    ['长安乐村', ''],
    ['长安乐村', '安乐'],
    ['长安乐村', 'cal'],
    ['长安乐村', 'zay'],
    ['长安乐村', 'CALC'],
    ['长安乐村', 'zhanganyue'],
    ['长安乐村', 'chang an'],
    ['长安乐村', 'chan'],
    ['长安乐村', 'canle'],
    ['长安乐村', '长a乐c'],
    ['长安乐村', 'ａｌ'],
    ['女乐村', 'nü'],
    ['长安村', "chang'an"],
    ['长安村', '990001'],
    ['长安村', '９９０００１'],
    ['长安村民委员会', '长安村委会'],
    ['长安村民委员会', '长安村民委员会'],
    ['长安村民委员会', '村民委'],
  ])('%s by “%s”', (name, typed) => {
    expect(find(name, typed)).toBe(true);
  });
});

describe('a place is not found', () => {
  it.each([
    ['长安乐村', 'cly'],
    ['长安乐村', 'hang'],
    ['长安乐村', 'calcx'],
    ['长安乐村', '安村'],
    ['长安村', '0001'],
    ['长安村', '9900011002011'],
    // Every village ends so; by pinyin it would find them all.
    ['长安村民委员会', 'wy'],
    ['长安村民委员会', 'min'],
  ])('%s by “%s”', (name, typed) => {
    expect(find(name, typed)).toBe(false);
  });
});

describe('every place is found', () => {
  const character = fc.constantFrom(...Object.keys(readings));
  const name = fc.array(character, { minLength: 1, maxLength: 8 });

  it('by any reading of its characters, in full or by initials, from any of them on', () => {
    fc.assert(
      fc.property(name, fc.nat(), fc.infiniteStream(fc.nat()), (characters, from, choices) => {
        const start = from % characters.length;
        const typed = characters.slice(start).map((each) => {
          const spellings = (readings[each] ?? []).flatMap((reading) => [
            reading,
            reading.slice(0, 1),
          ]);
          return [each, ...spellings][(choices.next().value ?? 0) % (spellings.length + 1)];
        });
        // 民委员会 after 村 is the village's office, which pinyin does not spell.
        fc.pre(!/村(?:民委员会|委会)$/.test(characters.join('')));
        expect(find(characters.join(''), typed.join(''))).toBe(true);
      }),
    );
  });

  it('in a time that does not run away, whatever is typed', () => {
    const many = () => ['a', 'aa', 'aaa', 'aaaa'];
    const place = { code: '990001100201', name: '长'.repeat(60) };
    expect(matchesSearch(place, `${'a'.repeat(49)}b`, many)).toBe(false);
  });
});
