import { describe, expect, it } from 'vitest';
import { readCode } from './read-code-cell.ts';

describe('the code of a cell', () => {
  const read = (text: string, level: 'village' | 'township' = 'village') => {
    const reading = readCode(text, level);
    return reading.status === 'fault' ? `fault ${reading.code}` : reading.code;
  };

  it.each([
    ['131002104201', '131002104201'],
    [' 1310 0210 4201 ', '131002104201'],
    ['１３１００２１０４２０１', '131002104201'],
    ["'131002104201", '131002104201'],
    ['131002104201.0', '131002104201'],
    ['131002104000', '131002104000'],
    ['1.31002E+11', 'fault lost-digits'],
    ['1.31002104201E+11', 'fault lost-digits'],
    ['131002104201000', 'fault not-a-code'],
    ['13100210420', 'fault not-a-code'],
    ['131002', 'fault not-a-code'],
    ['无', 'fault not-a-code'],
    ['__proto__', 'fault not-a-code'],
  ])('%j of a village: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('of a township stands with or without the 000 of the statistical codes', () => {
    expect(read('131002104', 'township')).toBe('131002104');
    expect(read('131002104000', 'township')).toBe('131002104');
  });
});
