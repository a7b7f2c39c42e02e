import { describe, expect, it } from 'vitest';
import { indexDivisions } from './division-index.ts';
import { siteData } from './ledger-fixture.ts';
import { nearestNames } from './nearest-names.ts';

const index = indexDivisions(siteData.divisions, { id: 'village', level: 'village' }, '131000');
if (!index) throw new Error('the prefecture is missing');
const nearest = nearestNames(index);
const names = (written: string, ...places: readonly string[]) =>
  nearest(written, places).map(({ name }) => name);

describe('the nearest names', () => {
  it('are those with the fewest characters to change, at most three', () => {
    const found = names('北汪庄村委会', '131003100', '131003');
    expect(found).toHaveLength(3);
    expect(found[0]).toBe('北王庄村村民委员会');
  });

  it('of the same shape are first those of the same sound', () => {
    // In 皇庄镇 both 大王庄 and others are one character away from 大旺庄.
    expect(names('大旺庄', '131082103')[0]).toBe('大王庄村民委员会');
  });

  it('are sought further off only where the township has too few', () => {
    const near = nearest('大王庄', ['131082103', '131082', '131000']);
    expect(near.every(({ code }) => code.startsWith('131082103'))).toBe(true);
    const far = nearest('德荣', ['131082103', '131082', '131000']);
    expect(far.every(({ name }) => /[德荣]/.test(name))).toBe(true);
  });

  it('are none where no name shares a character', () => {
    expect(names('ABC', '131000')).toEqual([]);
    expect(names('', '131000')).toEqual([]);
    expect(names('大王庄'.repeat(20), '131000')).toEqual([]);
  });
});
