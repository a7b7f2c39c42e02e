import { describe, expect, it } from 'vitest';
import { formatFault, pointer, quote, same, say } from './fault.ts';

describe('a fault', () => {
  const fault = {
    file: 'data/divisions.csv',
    place: 'row 17 kind',
    what: say('类型不对', 'the kind is wrong'),
    expected: same('县'),
  };

  it('is one line in Chinese', () => {
    expect(formatFault(fault, 'zh-CN')).toBe('data/divisions.csv 第 17 行 kind：类型不对；应为县');
  });

  it('is one line in English', () => {
    expect(formatFault(fault, 'en')).toBe(
      'data/divisions.csv row 17 kind: the kind is wrong; expected 县',
    );
  });

  it('of a whole file has no place', () => {
    expect(formatFault({ ...fault, place: '' }, 'en')).toMatch(/^data\/divisions.csv: /);
  });

  it('names line and column in Chinese', () => {
    expect(formatFault({ ...fault, place: 'line 3 column 5' }, 'zh-CN')).toContain(
      '第 3 行第 5 列',
    );
  });
});

describe('a quoted value', () => {
  it.each([
    ['is cut where it is long', 'x'.repeat(100), `“${'x'.repeat(60)}…”`],
    ['loses line breaks and escape codes', 'a\nb\u001b[31m', '“a�b�[31m”'],
    ['is JSON where it is no text', [1, null], '“[1,null]”'],
    ['may be nothing', undefined, '“undefined”'],
  ])('%s', (_, value, expected) => {
    expect(quote(value)).toBe(expected);
  });
});

it('a pointer escapes what RFC 6901 asks it to', () => {
  expect(pointer(['a/b', 0, 'c~d'])).toBe('/a~1b/0/c~0d');
});
