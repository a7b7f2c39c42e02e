import { describe, expect, it } from 'vitest';
import { reached, stated } from './fixture.ts';
import { first, named } from './progress-fixture.ts';

describe('statements', () => {
  it('a count of titles raises the sure count from the end of its interval, until replaced', () => {
    const statements = [stated('named', 3, '2022'), stated('named', 1, '2024-05')];
    expect(first({ statements }, '2022-12-30').low).toBe(0);
    expect(first({ statements }, '2022-12-31')).toMatchObject({ low: 3, named: 0, stated: 3 });
    expect(first({ statements }, '2024-05-31').low).toBe(1);
  });

  it('a count of titles that leaves out another track is a sure count all the same', () => {
    const statements = [stated('named', 3, '2022', { excluding: 'provincial' })];
    expect(first({ statements }, '2023-01-01').low).toBe(3);
  });

  it('a count at a stage that does not count changes no bound', () => {
    const statements = [stated('applied', 6, '2020')];
    const events = [reached('applied', '2020', { certainty: 'inferred', reason: 'concluded' })];
    expect(first({ statements, events }, '2021-01-01')).toMatchObject({
      low: 0,
      high: 0,
      stated: 6,
      unnamed: 5,
      statements: [{ named: { confirmed: 0, inferred: 1 } }],
    });
  });

  it('a unit beyond the stage is named, and stays named after it has left', () => {
    const statements = [stated('applied', 2, '2020')];
    const events = [
      reached('creating', '2020-06-01'),
      reached('revoked', '2022-01-01'),
      named(2, '2023-01-01'),
    ];
    expect(first({ statements, events }, '2024-01-01').unnamed).toBe(0);
  });

  it('units named above the statement never make it negative', () => {
    const events = [1, 2, 3].map((index) => named(index, '2021-01-01'));
    expect(first({ statements: [stated('named', 1, '2020')], events }, '2022-01-01')).toMatchObject(
      {
        low: 3,
        unnamed: 0,
      },
    );
  });

  it('one that excludes another track replaces nothing and names nobody', () => {
    const statements = [
      stated('applied', 10, '2020'),
      stated('applied', 4, '2020', { excluding: 'provincial' }),
    ];
    const result = first({ statements }, '2021-01-01');
    expect(result).toMatchObject({ stated: 10, unnamed: 10 });
    expect(result.statements.map(({ unnamed }) => unnamed)).toEqual([10, 4]);
  });
});
