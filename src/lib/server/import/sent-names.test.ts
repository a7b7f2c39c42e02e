import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Division } from '../../domain/division.ts';
import { previewed, siteData, workbookOf } from './ledger-fixture.ts';
import { villageKeys } from './normalise-name.ts';
import { accountOf, accountOfLines, received, sentXlsx, type SentSheet } from './sent-ledger.ts';

const headings = ['乡镇', '村名', '认定年份'];
const inHuangzhuang = 'new 131082103243 2023';
const cuoqiao = 'new 131082100206 2023';

interface Sent {
  readonly what: string;
  readonly lines: SentSheet['lines'];
}

const ledgers: readonly Sent[] = [
  {
    what: 'endings of all kinds',
    lines: [
      [headings],
      [['皇庄镇人民政府', '大王庄村村民委员会', 2023], inHuangzhuang],
      [['泃阳镇', '错桥村委会', 2023], cuoqiao],
      [['泃阳', '东关村民居民委员会', 2023], 'new 131082100221 2023'],
      [['泃阳镇人民政府（办公室）', '西关行政村', 2023], 'new 131082100222 2023'],
      [['泃阳镇', '南关村（中心村）', 2023], 'new 131082100223 2023'],
      [['泃阳镇', '北关（原北关大队）', 2023], 'new 131082100224 2023'],
    ],
  },
  {
    what: 'spaces, widths and line breaks within',
    lines: [
      [headings],
      [['皇 庄 镇', '大 王 庄', 2023], inHuangzhuang],
      [['泃阳镇\n', '错　桥\n村', 2023], cuoqiao],
      [['新集镇\u200b', '\u00a0大王庄\u3000村', 2023], 'new 131082104205 2023'],
      [['皇庄镇', '３村', 2023], 'new 131082103210 2023'],
      [['皇庄镇', '第1村', 2023], 'new 131082103208 2023'],
      [['皇庄镇', '“陈庄”', 2023], 'new 131082103219 2023'],
      [['皇庄镇', '司庄村★', 2023], 'new 131082103228 2023'],
    ],
  },
  {
    what: 'several villages in one cell, which are not taken for one',
    lines: [
      [headings],
      [['泃阳镇', '东关、西关、南关', 2023], 'wrong several-names'],
      [['泃阳镇', '东关村\n西关村', 2023], 'wrong several-names'],
      [['泃阳镇', '东关 西关', 2023], 'wrong several-names'],
      [['泃阳镇', '东关村和西关村', 2023], 'wrong several-names'],
      [['泃阳镇', '东关，西官', 2023], 'doubt unknown-name > 131082100221'],
      [['泃阳镇', '东关等3个村', 2023], 'wrong several-names'],
      [['泃阳镇', '东关（含西关）', 2023], 'new 131082100221 2023'],
      [['皇庄镇', '大王庄村', 2023], inHuangzhuang],
    ],
  },
  {
    what: 'a community, a village group and names of nobody',
    lines: [
      [headings],
      [['泃阳镇', '东关社区居委会', 2023], 'new 131082100221 2023'],
      [['皇庄镇', '张三', 2023], 'doubt unknown-name > 131082103210'],
      [['皇庄镇', '#REF!', 2023], 'wrong unknown-name'],
      [['皇庄镇', '无', 2023], 'wrong unknown-name'],
      [['皇庄镇', 'null', 2023], 'wrong unknown-name'],
      [['皇庄镇', '-', 2023], 'wrong unknown-name'],
    ],
  },
];

describe('the names of a ledger may have', () => {
  it.each(ledgers)('$what', async ({ lines }) => {
    const sheets = [{ lines }];
    const { rows } = await received(sentXlsx(sheets), '台账.xlsx', { division: '131082' });
    expect(accountOf(rows)).toEqual(accountOfLines(sheets));
  });
});

const villages = siteData.divisions.filter(({ kind }) => kind === '村');
const nameOf = new Map(siteData.divisions.map(({ code, name }) => [code, name]));
const anyCharacter = fc.constantFrom(...new Set(villages.flatMap(({ name }) => [...name])));

/** The name with one character replaced, left out, put in, or changing places with the next. */
const mistyped = fc
  .tuple(fc.constantFrom(...villages), fc.nat(), fc.constantFrom(0, 1, 2, 3), anyCharacter)
  .map(([village, place, kind, character]) => {
    const name = [...village.name.replace(/(?:村民委员会|村委会)$/, '')];
    const at = place % name.length;
    if (kind === 0) name[at] = character;
    if (kind === 1) name.splice(at, 1);
    if (kind === 2) name.splice(at, 0, character);
    if (kind === 3) name.splice(at, 2, ...name.slice(at, at + 2).reverse());
    return { village, written: name.join('') };
  });

const table = ['县区', '乡镇', '村名', '年份'];
const placeOf = ({ code, parent }: Division) => ({
  county: nameOf.get(code.slice(0, 6)) ?? '',
  township: nameOf.get(parent ?? '') ?? '',
});

describe('one wrong character', () => {
  it('never makes a village another one, unless it is that one’s name as it stands', () => {
    const ledger = fc.array(mistyped, { minLength: 60, maxLength: 60 });
    fc.assert(
      fc.property(ledger, (lines) => {
        const body = lines.map(({ village, written }) => {
          const { county, township } = placeOf(village);
          return [county, township, written, 2023];
        });
        for (const { number, verdict, unit } of previewed(workbookOf([table, ...body])).rows) {
          const line = lines[number - 2];
          if (!line || verdict !== 'new') continue;
          const own = villageKeys(nameOf.get(unit ?? '') ?? '');
          expect(own.some((key) => villageKeys(line.written).includes(key))).toBe(true);
          expect(unit?.slice(0, 9)).toBe(line.village.parent);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('in the township leaves the row in doubt, with the village that is meant among the nearest', () => {
    const ledger = fc.array(
      fc.tuple(fc.constantFrom(...villages), fc.nat(), anyCharacter).map(([village, at, other]) => {
        const township = [...placeOf(village).township];
        township[at % Math.max(1, township.length - 1)] = other;
        return { village, written: township.join('') };
      }),
      { minLength: 30, maxLength: 30 },
    );
    const isNobodys = (written: string): boolean =>
      !siteData.divisions.some(({ name }) => name.includes(written.slice(0, -1)));
    fc.assert(
      fc.property(ledger, (all) => {
        const lines = all.filter(({ written }) => isNobodys(written));
        const body = lines.map(({ village, written }) => [
          ...[placeOf(village).county, written, village.name, 2023],
        ]);
        const { rows } = previewed(workbookOf([table, ...body]));
        expect(rows).toHaveLength(lines.length);
        for (const { number, verdict, candidates } of rows) {
          expect(verdict).toBe('doubt');
          expect(candidates.map(({ code }) => code)).toContain(lines[number - 2]?.village.code);
        }
      }),
      { numRuns: 20 },
    );
  });
});
