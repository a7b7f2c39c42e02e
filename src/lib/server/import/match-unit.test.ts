import { describe, expect, it } from 'vitest';
import type { LedgerContext } from './preview.ts';
import { previewed, workbookOf } from './ledger-fixture.ts';

const headings = ['县区', '乡镇', '村名', '代码', '认定年份'];

/** What one row comes to: whom it means, or the candidates, and what is said of it. */
function match(
  [county, township, village, code]: readonly (string | number)[],
  context: Partial<LedgerContext> = {},
) {
  const row = [county ?? '', township ?? '', village ?? '', code ?? '', 2023];
  const [found] = previewed(workbookOf([headings, row]), context).rows;
  return {
    verdict: found?.verdict,
    unit: found?.unit,
    faults: found?.faults.map((fault) => `${fault.column ?? '-'} ${fault.code}`),
    candidates: found?.candidates.map((candidate) => candidate.code),
  };
}

/** Sure, whatever was noticed. */
const sure = (unit: string, ...faults: readonly string[]) => ({
  verdict: 'new',
  unit,
  faults,
  candidates: [],
});

// 调河头 (131002104) and 杨税务 (131002106) of 安次区 have each other's codes in other editions.
const jianshe = '131002106204';

describe('whom a row means', () => {
  it('by name within county and township', () => {
    expect(match(['三河市', '皇庄镇', '大王庄村委会'])).toEqual(sure('131082103243'));
    expect(match(['三河', '皇庄', '大王庄'])).toEqual(sure('131082103243'));
    expect(match(['廊坊市三河市', '三河市皇庄镇', '大 王 庄 村'])).toEqual(sure('131082103243'));
  });

  it('by a name that begins with its place', () => {
    expect(match(['', '', '三河市皇庄镇大王庄村'])).toEqual(sure('131082103243'));
    expect(match(['三河市', '', '皇庄镇大王庄村'])).toEqual(sure('131082103243'));
  });

  it('by code, written as a number or as text', () => {
    expect(match(['', '', '', 131082103243])).toEqual(sure('131082103243'));
    expect(match(['', '', '', '1310 8210 3243'])).toEqual(sure('131082103243'));
    expect(match(['三河市', '', '大王庄', '131082103243'])).toEqual(sure('131082103243'));
  });

  it('by name where the code says nothing, which is remarked', () => {
    const row = ['三河市', '皇庄镇', '大王庄'];
    expect(match([...row, '1.31082E+11'])).toEqual(sure('131082103243', 'D lost-digits'));
    expect(match([...row, '131082103999'])).toEqual(sure('131082103243', 'D unknown-code'));
    expect(match([...row, '无'])).toEqual(sure('131082103243', 'D not-a-code'));
  });

  it('is not guessed from a code that has lost its digits', () => {
    expect(match(['', '', '', '1.31082E+11'])).toEqual({
      verdict: 'wrong',
      unit: null,
      faults: ['D lost-digits'],
      candidates: [],
    });
  });

  it('is in doubt where code and name differ', () => {
    expect(match(['三河市', '皇庄镇', '大王庄', '131082104205'])).toEqual({
      verdict: 'doubt',
      unit: null,
      faults: ['D code-and-name-differ'],
      candidates: ['131082103243', '131082104205'],
    });
    // A typing error in the name: the code knows better.
    expect(match(['三河市', '皇庄镇', '大汪庄', '131082103243'])).toMatchObject({
      verdict: 'doubt',
      faults: ['D code-and-name-differ'],
      candidates: ['131082103243', expect.any(String), expect.any(String)],
    });
  });

  it('is the one its name and township say, where editions swap the code', () => {
    // 建设村 of 杨税务镇, with the code it has where 杨税务 has that of 调河头.
    expect(match(['安次区', '杨税务镇', '建设村', '131002104204'])).toEqual(
      sure(jianshe, 'D other-edition'),
    );
    expect(match(['安次区', '杨税务镇', '建设村', jianshe])).toEqual(sure(jianshe));
  });

  it('is for a person to say, where editions swap the code and there is no name', () => {
    expect(match(['', '', '', jianshe])).toEqual({
      verdict: 'doubt',
      unit: null,
      faults: ['D other-edition'],
      candidates: [jianshe, '131002104204'],
    });
  });

  it('is in doubt where the name stands in another township', () => {
    // 东崔庄 is in 平舒镇 only.
    const found = match(['大城县', '旺村镇', '东崔庄']);
    expect(found).toMatchObject({ verdict: 'doubt', faults: ['B other-place'] });
    expect(found.candidates?.[0]).toBe('131025100216');
  });

  it('is in doubt where several bear the name and no township is given', () => {
    expect(match(['三河市', '', '大王庄'])).toEqual({
      verdict: 'doubt',
      unit: null,
      faults: ['C ambiguous'],
      candidates: ['131082103243', '131082104205'],
    });
  });

  it('is in doubt where the township is misspelt, with the village of that name', () => {
    expect(match(['大城县', '平书镇', '东崔庄'])).toMatchObject({
      verdict: 'doubt',
      faults: ['B unknown-name'],
      candidates: ['131025100216'],
    });
  });

  it('of a name that is in two townships is first in the one most like the misspelt one', () => {
    expect(match(['三河市', '新集真', '大王庄'])).toMatchObject({
      verdict: 'doubt',
      faults: ['B unknown-name'],
      candidates: ['131082104205', '131082103243'],
    });
  });

  it('is in the county its township is in, where the row names another', () => {
    const found = match(['固安县', '皇庄镇', '大王庄']);
    expect(found).toMatchObject({ verdict: 'doubt', faults: ['B other-place'] });
    expect(found.candidates?.[0]).toBe('131082103243');
  });

  it('is likelier a typing error than a village of another county', () => {
    // 大汪庄 is in 霸州市 only; 大王庄 is in 皇庄镇.
    const found = match(['三河市', '皇庄镇', '大汪庄']);
    expect(found).toMatchObject({ verdict: 'doubt', faults: ['C unknown-name'] });
    expect(found.candidates?.[0]).toBe('131082103243');
    expect(found.candidates?.[2]).toMatch(/^131081/);
  });

  it('is not found in another county than the reporter’s', () => {
    const gu = { division: '131022' };
    expect(match(['三河市', '皇庄镇', '大王庄'], gu)).toMatchObject({
      verdict: 'wrong',
      faults: ['A other-county'],
    });
    expect(match(['', '', '', '131082103243'], gu)).toMatchObject({
      verdict: 'wrong',
      faults: ['D other-county'],
    });
    const stranger = match(['', '皇庄镇', '大王庄'], gu);
    expect(stranger.candidates?.every((code) => code.startsWith('131022'))).toBe(true);
  });

  it('may be of the development zone, which is called so in short', () => {
    for (const zone of ['开发区', '廊坊开发区', '经开区', '廊坊经济技术开发区']) {
      expect(match([zone, '', '小长亭村委会'])).toEqual(sure('131071450201'));
    }
  });

  it('is nobody where there is neither name nor code', () => {
    expect(match(['三河市', '皇庄镇', ''])).toMatchObject({
      verdict: 'wrong',
      faults: ['- missing-name'],
    });
  });

  it('is wrong where it does not count, and the village where a community bears its name', () => {
    // 段庄 is both, in 淑阳镇 of 香河县.
    expect(match(['香河县', '淑阳镇', '段庄社区居委会'])).toMatchObject({
      verdict: 'wrong',
      unit: '131024100002',
      faults: ['- not-counted'],
    });
    expect(match(['香河县', '淑阳镇', '段庄'])).toEqual(sure('131024100236'));
  });

  it('is a person’s to say by a choice', () => {
    const workbook = workbookOf([headings, ['三河市', '', '大王庄', '', 2023]]);
    const choose = (code: string) => previewed(workbook, {}, { '名单!2': code }).rows[0];
    expect(choose('131082104205')).toMatchObject({ verdict: 'new', unit: '131082104205' });
    expect(choose('')).toMatchObject({ verdict: 'left-out', faults: [{ code: 'chosen-out' }] });
    expect(choose('131082')).toMatchObject({ verdict: 'wrong' });
    expect(choose('131024100002')).toMatchObject({ verdict: 'wrong' });
  });
});

describe('a township', () => {
  const townships: Partial<LedgerContext> = { track: 'township' };
  const of = (values: readonly (string | number)[]) => {
    const rows = [
      ['县区', '乡镇名称', '代码', '认定年份'],
      [...values, 2023],
    ];
    const [row] = previewed(workbookOf(rows), townships).rows;
    return {
      verdict: row?.verdict,
      unit: row?.unit,
      candidates: row?.candidates.map(({ code }) => code),
    };
  };

  it.each([
    [['安次区', '杨税务乡', ''], '131002106'],
    [['安次区', '杨税务镇', '131002106000'], '131002106'],
    [['安次区', '杨税务镇', '131002104'], '131002106'],
    [['香河县', '钳屯镇', 131024107], '131024108'],
    [['大厂县', '邵府', ''], '131028103'],
    [['文安县', '新镇', ''], '131026101'],
    [['文安', '大围河乡', ''], '131026200'],
    [['', '胜芳镇', ''], '131081105'],
  ])('%j is %s', (values, code) => {
    expect(of(values)).toMatchObject({ verdict: 'new', unit: code });
  });

  it('is wrong where it is a 街道, and offered where it is misspelt', () => {
    expect(of(['永清县', '城区街道', ''])).toMatchObject({ verdict: 'wrong', unit: '131023001' });
    expect(of(['安次区', '扬税务镇', ''])).toMatchObject({ verdict: 'doubt' });
    expect(of(['安次区', '扬税务镇', '']).candidates?.[0]).toBe('131002106');
  });

  it('known by a swapped code alone is in doubt', () => {
    expect(of(['安次区', '', '131002104'])).toMatchObject({
      verdict: 'doubt',
      candidates: ['131002104', '131002106'],
    });
  });
});
