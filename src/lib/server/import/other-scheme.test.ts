import { describe, expect, it } from 'vitest';
import { gradeOf, schemeOfOthers } from './other-scheme.ts';

describe('the titles of other bodies', () => {
  it.each([
    ['三河市泃阳镇省级森林乡村名单', '省级森林乡村'],
    ['河北省森林乡村', '省森林乡村'],
    ['2019年国家 森林乡村', '国家森林乡村'],
    ['县级森林村庄', '县级森林村庄'],
  ])('are named in %j', (text, scheme) => {
    expect(schemeOfOthers(text)).toBe(scheme);
  });

  it.each(['廊坊市市级森林村庄名单', '河北省三河市森林村庄名单', '市级及省级森林乡村', '森林村庄'])(
    'are not what %j is about',
    (text) => {
      expect(schemeOfOthers(text)).toBeNull();
    },
  );

  it.each([
    ['市级', 'own'],
    ['廊坊市级', 'own'],
    ['省级', 'other'],
    ['国家', 'other'],
    ['县', 'other'],
    ['省级、市级', 'mixed'],
    ['', 'unsaid'],
    ['一级', 'unsaid'],
    ['三星', 'unsaid'],
  ] as const)('of a cell of levels, %j is %s', (text, grade) => {
    expect(gradeOf(text)).toBe(grade);
  });
});
