import { describe, expect, it } from 'vitest';
import * as en from './en/format.ts';
import * as zh from './zh-CN/format.ts';

describe('a date is told as exactly as it is known', () => {
  it.each([
    ['2020-12-31', '2020年12月31日', '31 December 2020'],
    ['2020-05', '2020年5月', 'May 2020'],
    ['2020', '2020年', '2020'],
  ])('%s', (date, chinese, english) => {
    expect(zh.date(date)).toBe(chinese);
    expect(en.date(date)).toBe(english);
  });
});

describe('numbers', () => {
  it('are grouped in English and not in Chinese', () => {
    expect(zh.count(3200)).toBe('3200');
    expect(en.count(3200)).toBe('3,200');
  });

  it('keep one digit where they are no whole number', () => {
    expect(zh.amount(3.666)).toBe('3.7');
    expect(en.amount(4)).toBe('4');
  });
});
