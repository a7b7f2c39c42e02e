import { describe, expect, it } from 'vitest';
import { previewLedger } from './preview-ledger.ts';
import { previewed, villageContext, siteData, workbookOf, type Values } from './ledger-fixture.ts';
import { usualLedger } from './usual-ledger.ts';

const headings = ['县区', '乡镇', '村名', '认定年份'];
const dawangzhuang = ['三河市', '皇庄镇', '大王庄', 2023];
const chenzhuang = ['三河市', '皇庄镇', '陈庄', 2023];

describe('a ledger of 250 villages in the usual shape', () => {
  const ledger = usualLedger(siteData.divisions);
  const preview = previewed(ledger.workbook);

  it('leaves three rows to mend, each with the village that is meant first', () => {
    expect(ledger.villages).toHaveLength(250);
    expect(ledger.mistakes.map(({ kind }) => kind)).toEqual([
      'typing-error',
      'typing-error',
      'wrong-township',
    ]);
    expect(preview.counts).toEqual({
      ...{ new: 247, doubt: 3, wrong: 0, changed: 0, same: 0 },
      'left-out': 2,
    });
    for (const { row, meant } of ledger.mistakes) {
      const found = preview.rows.find(({ number }) => number === row);
      expect(found?.verdict).toBe('doubt');
      expect(found?.candidates[0]?.code).toBe(meant.code);
    }
  });

  it('is 250 villages once the three are chosen', () => {
    const choices = Object.fromEntries(
      ledger.mistakes.map(({ row, meant }) => [`${ledger.sheet}!${row}`, meant.code]),
    );
    const { counts, rows } = previewed(ledger.workbook, {}, choices);
    expect(counts).toMatchObject({ new: 250, doubt: 0, wrong: 0 });
    const units = rows.filter(({ verdict }) => verdict === 'new').map(({ unit }) => unit);
    expect(units).toEqual(ledger.villages.map(({ code }) => code));
  });

  it('names its sheet, the row of its headings and the columns that are not taken', () => {
    expect(preview.sheets).toMatchObject([{ name: '名单', headerRow: 3 }]);
    const untaken = preview.sheets[0]?.columns.filter(({ meaning }) => meaning === null);
    expect(untaken?.map(({ heading }) => heading)).toEqual(['序号', '备注']);
  });
});

describe('a preview', () => {
  it('proposes the stage that counts, or the one the row or the reporter names', () => {
    const plain = workbookOf([headings, dawangzhuang]);
    expect(previewed(plain).rows[0]?.change).toEqual({
      ...{ kind: 'reached', division: '131082103243', track: 'village' },
      ...{ stage: 'named', effective: '2023' },
    });
    const revoked = { defaults: { stage: 'revoked' } };
    expect(previewed(plain, revoked).rows[0]?.change).toMatchObject({ stage: 'revoked' });
    const staged = workbookOf([
      [...headings, '状态', '批次'],
      [...dawangzhuang, '撤销', '第一批'],
      [...chenzhuang, '创建中', ''],
    ]);
    const [first, second] = previewed(staged).rows;
    expect(first?.change).toMatchObject({ stage: 'revoked', batch: '第一批' });
    expect(second).toMatchObject({
      verdict: 'wrong',
      faults: [{ code: 'unknown-stage', column: 'E' }],
    });
  });

  it('of a register leaves out the villages nothing is reported of', () => {
    const register = workbookOf([
      [...headings, '状态'],
      [...dawangzhuang, '已授予'],
      ['三河市', '皇庄镇', '陈庄', '', '尚未填报'],
      ['三河市', '新集镇', '陈庄', '', ''],
    ]);
    const { rows } = previewed(register, { defaults: { effective: '2023' } });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'left-out', 'left-out']);
    expect(rows[1]?.faults).toMatchObject([{ code: 'no-status', column: 'E' }]);
  });

  it('takes the date given for all rows where a row has none, and asks for it otherwise', () => {
    const undated = workbookOf([headings, ['三河市', '皇庄镇', '大王庄', '']]);
    expect(previewed(undated).rows[0]).toMatchObject({
      verdict: 'wrong',
      faults: [{ code: 'missing-date', column: null }],
    });
    const given = previewed(undated, { defaults: { effective: '2023-06' } });
    expect(given.rows[0]?.change).toMatchObject({ effective: '2023-06' });
  });

  it('tells a date that cannot be at its cell', () => {
    const rows: Values = [
      headings,
      [...dawangzhuang.slice(0, 3), '2031年'],
      [...chenzhuang.slice(0, 3), '23年'],
    ];
    expect(previewed(workbookOf(rows)).rows.flatMap(({ faults }) => faults)).toMatchObject([
      { code: 'future', column: 'D', values: { written: '2031年', heading: '认定年份' } },
      { code: 'two-digit-year', column: 'D' },
    ]);
  });

  it('tells a date on which the village did not exist', () => {
    const divisions = siteData.divisions.map((division) =>
      division.code === '131082103243' ? { ...division, validFrom: '2024-05-01' } : division,
    );
    const context = { data: { ...siteData, divisions } };
    const [row] = previewed(workbookOf([headings, dawangzhuang]), context).rows;
    expect(row).toMatchObject({
      verdict: 'wrong',
      faults: [{ code: 'before-existence', column: 'D' }],
    });
  });

  it('of a village that stands in it twice takes the first row and names it in the second', () => {
    const rows = previewed(workbookOf([headings, dawangzhuang, chenzhuang, dawangzhuang])).rows;
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'new', 'wrong']);
    expect(rows[2]?.faults).toMatchObject([{ code: 'twice', values: { sheet: '名单', row: '2' } }]);
    expect(rows[2]?.change).toBeNull();
  });

  it('of a village named and later revoked takes both rows', () => {
    const both = workbookOf([
      [...headings, '状态'],
      [...dawangzhuang, '已授予'],
      [...dawangzhuang.slice(0, 3), 2025, '撤销'],
    ]);
    expect(previewed(both).counts.new).toBe(2);
  });

  it('has the document only where all rows name the same one', () => {
    const titles = ['文号', '文件名称', '发文单位'];
    const of = (second: readonly string[]) =>
      previewed(
        workbookOf([
          [...headings, ...titles],
          [...dawangzhuang, '甲〔2023〕1号', '命名通知', '市局'],
          [...chenzhuang, ...second],
        ]),
      ).document;
    const all = { documentNumber: '甲〔2023〕1号', title: '命名通知', publisher: '市局' };
    expect(of(['甲〔2023〕1号', '命名通知', '市局'])).toEqual(all);
    expect(of(['', '', ''])).toEqual(all);
    expect(of(['甲〔2023〕2号', '命名通知', ''])).toEqual({ title: '命名通知', publisher: '市局' });
  });

  it('keeps to its rows where headings, names and choices are called like parts of an object', () => {
    const rows = [
      ['__proto__', ...headings],
      ['constructor', '三河市', '皇庄镇', '__proto__', 2023],
    ];
    const choices = JSON.parse('{"__proto__": {"名单!2": "131082103243"}}');
    const [row] = previewed(workbookOf(rows), {}, choices).rows;
    expect(row).toMatchObject({ unit: null, written: { village: '__proto__' } });
    expect(Object.prototype).not.toHaveProperty('名单!2');
  });

  it('is not asked for a track or a division there is not', () => {
    const workbook = workbookOf([headings, dawangzhuang]);
    expect(() => previewLedger(workbook, { ...villageContext, track: 'none' })).toThrow(RangeError);
    expect(() => previewLedger(workbook, { ...villageContext, division: '1' })).toThrow(RangeError);
  });
});
