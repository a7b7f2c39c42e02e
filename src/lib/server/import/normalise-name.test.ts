import { describe, expect, it } from 'vitest';
import type { Division } from '../../domain/division.ts';
import { siteData } from './ledger-fixture.ts';
import { countyKeys, plainName, townshipKeys, villageKeys } from './normalise-name.ts';

const share = (a: readonly string[], b: readonly string[]) => a.some((key) => b.includes(key));

describe('the keys of a village', () => {
  it.each([
    ['大王庄', '大王庄村民委员会'],
    ['大王庄村', '大王庄村民委员会'],
    ['大王庄村委会', '大王庄村民委员会'],
    ['大王庄村村委会', '大王庄村民委员会'],
    ['大王庄居委会', '大王庄村民委员会'],
    [' 大 王　庄 ', '大王庄村民委员会'],
    ['大王庄（村）', '大王庄村民委员会'],
    ['大王庄（原王庄）', '大王庄村民委员会'],
    ['（大）王庄', '大王庄村民委员会'],
    ['“大王庄”', '大王庄村民委员会'],
    ['大王庄行政村', '大王庄村民委员会'],
    ['东关一街', '东关一街街道委员会'],
    ['东关1街', '东关一街街道委员会'],
    ['１2街村', '十二街村民委员会'],
    ['3534社区', '3534社区居民委员会'],
  ])('%j is %s', (written, name) => {
    expect(share(villageKeys(written), villageKeys(name))).toBe(true);
  });

  it.each([
    ['大王庄', '小王庄村民委员会'],
    ['王村', '王庄村民委员会'],
    ['一街', '十一街村民委员会'],
  ])('%s is not %s', (written, name) => {
    expect(share(villageKeys(written), villageKeys(name))).toBe(false);
  });
});

describe('the keys of places', () => {
  it.each(['大厂', '大厂县', '大厂回族自治县', '大 厂 县', '大厂回族自治县人民政府'])(
    '%s is 大厂回族自治县',
    (written) => {
      expect(share(countyKeys(written), countyKeys('大厂回族自治县'))).toBe(true);
    },
  );

  it.each([
    ['杨税务', '杨税务镇'],
    ['杨税务乡', '杨税务镇'],
    ['杨税务镇人民政府', '杨税务镇'],
    ['新镇', '新镇镇'],
    ['大留镇', '大留镇镇'],
    ['大围河', '大围河回族满族乡'],
    ['大围河乡', '大围河回族满族乡'],
    ['大围河回族满族', '大围河回族满族乡'],
    ['管家务回族乡', '管家务回族乡'],
    ['裕华街道办事处', '裕华街道'],
    ['裕华办事处', '裕华街道'],
  ])('%s is %s', (written, name) => {
    expect(share(townshipKeys(written), townshipKeys(name))).toBe(true);
  });

  it('tell all townships of a county apart, with and without their endings', () => {
    const townships = siteData.divisions.filter(({ level }) => level === 'township');
    const owners = new Map<string, Division[]>();
    for (const township of townships) {
      for (const key of townshipKeys(township.name)) {
        const place = `${township.parent} ${key}`;
        owners.set(place, [...(owners.get(place) ?? []), township]);
      }
    }
    expect([...owners].filter(([, { length }]) => length > 1)).toEqual([]);
  });
});

describe('a plain name', () => {
  it('keeps no space, mark or width', () => {
    expect(plainName('　（ 大 ）\u200b王·庄\n、')).toBe('(大)王庄');
  });
});
