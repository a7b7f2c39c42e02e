import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalOf } from '../../domain/date.ts';
import { boxesFrom, readBoxes } from './date-boxes.ts';

const boxes = (year: string, month = '', day = '') => ({ year, month, day });

describe('a date in three boxes', () => {
  it.each([
    [boxes('2020'), '2020'],
    [boxes('2020', '5'), '2020-05'],
    [boxes('2020', '05', '7'), '2020-05-07'],
    [boxes('２０２０', '１２', '３１'), '2020-12-31'],
    [boxes('2020年', '5月', '7日'), '2020-05-07'],
    [boxes(' 2020 ', ' 12 '), '2020-12'],
    [boxes('2020-12-31'), '2020-12-31'],
    [boxes('2020年12月31日'), '2020-12-31'],
    [boxes('2020年12月'), '2020-12'],
    [boxes('2020.1.2'), '2020-01-02'],
  ])('%o is %s', (typed, date) => {
    expect(readBoxes(typed)).toEqual({ status: 'date', date });
  });

  it.each([
    [boxes('20')],
    [boxes('2020', '13')],
    [boxes('2021', '2', '29')],
    [boxes('2020', '', '5')],
    [boxes('', '5')],
    [boxes('去年')],
    [boxes('2020', '五')],
    [boxes('0000')],
  ])('%o is no date, and is kept as it was typed', (typed) => {
    expect(readBoxes(typed).status).toBe('wrong');
  });

  it('may stay empty', () => {
    expect(readBoxes(boxes(' ', '', ''))).toEqual({ status: 'empty' });
  });

  it('fills the boxes that read back to the same date', () => {
    const date = fc.date({
      min: new Date('1000-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, fc.constantFrom(4, 7, 10), (at, length) => {
        const text = at.toISOString().slice(0, length);
        expect(readBoxes(boxesFrom(text))).toEqual({ status: 'date', date: text });
      }),
    );
  });

  it('never makes a date of what is none', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (year, month, day) => {
        const read = readBoxes({ year, month, day });
        const isDate = read.status === 'date';
        expect(isDate && intervalOf(read.date) === undefined).toBe(false);
        expect(read.status === 'wrong' ? read.text.length : 0).toBeLessThanOrEqual(40);
      }),
    );
  });
});
