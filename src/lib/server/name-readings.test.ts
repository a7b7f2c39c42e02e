import { describe, expect, it } from 'vitest';
import { matchesSearch } from '../domain/register-search.ts';
import { readDataDirectory } from './data/read-data-directory.ts';
import { readingsOf } from './name-readings.ts';

describe('the readings of a character', () => {
  it('are all of them, without tones', () => {
    expect(readingsOf('乐')).toEqual(expect.arrayContaining(['le', 'yue']));
    expect(readingsOf('女')).toContain('nv');
  });

  it('are none where it is no Chinese character, or one the dictionary lacks', () => {
    expect(readingsOf('A')).toEqual([]);
    expect(readingsOf('·')).toEqual([]);
    expect(readingsOf('㐂')).toEqual([]);
  });

  it('are known of every name in the registers', () => {
    const read = readDataDirectory('data');
    if (read.status === 'invalid') throw new Error('The data does not validate.');
    const names = read.site.data.divisions.filter(({ kind }) => ['镇', '乡', '村'].includes(kind));
    expect(names).toHaveLength(3290);
    const unread = names.filter(({ name }) => [...name].some((each) => !readingsOf(each).length));
    expect(unread).toEqual([]);
  });

  it('find a place whichever of them a reader takes', () => {
    const place = { code: '131082107', name: '燕郊镇' };
    expect(
      ['yj', 'yanjiao', 'yjz', '燕j'].map((text) => matchesSearch(place, text, readingsOf)),
    ).toEqual([true, true, true, true]);
  });
});
