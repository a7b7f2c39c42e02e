import { describe, expect, it } from 'vitest';
import { columnMeanings, verdicts, type RowFault } from '../domain/ledger.ts';
import * as english from './en/import.ts';
import * as chinese from './zh-CN/import.ts';

const values = {
  heading: '村庄名称',
  written: '大汪庄',
  place: '皇庄镇',
  name: '大汪庄',
  unit: '大王庄村民委员会',
  other: '陈庄村民委员会',
  kind: '社区',
  scope: '三河市',
  count: '2',
  limit: '100',
  today: '2026-11-24',
  from: '2024-05-01',
  to: '2025-04-30',
  sheet: '名单',
  row: '4',
  words: '已授予',
};

describe('the words of the import', () => {
  it('say the same kinds of things in both languages', () => {
    expect(Object.keys(english.faults).sort()).toEqual(Object.keys(chinese.faults).sort());
    expect(Object.keys(english.refusals).sort()).toEqual(Object.keys(chinese.refusals).sort());
    expect(Object.keys(chinese.verdicts).sort()).toEqual([...verdicts].sort());
    expect(Object.keys(chinese.meanings).sort()).toEqual([...columnMeanings].sort());
  });

  it.each(Object.entries(chinese.faults))('%s is a whole Chinese sentence', (_, say) => {
    for (const given of [values, {}]) {
      expect(say(given)).toMatch(/。$/);
      expect(say(given)).not.toMatch(/undefined|NaN|[A-Za-z]{2}|！/);
    }
  });

  it.each(Object.entries(english.faults))('%s is a whole English sentence', (_, say) => {
    for (const given of [values, {}]) {
      expect(say(given)).toMatch(/\.$/);
      expect(say(given)).not.toMatch(/undefined|NaN|!/);
    }
  });

  it('name row, column and what is nearest', () => {
    const fault: RowFault = { code: 'unknown-name', column: 'D', values };
    const row = {
      number: 17,
      candidates: [{ code: '131082103243', path: ['三河市', '皇庄镇', '大王庄村民委员会'] }],
    };
    expect(chinese.faultSentence(row, fault)).toBe(
      '第17行“村庄名称”：皇庄镇没有“大汪庄”。相近的有：三河市皇庄镇大王庄村民委员会。',
    );
    expect(english.faultSentence(row, fault)).toBe(
      'Row 17, “村庄名称”: There is no “大汪庄” in 皇庄镇. The nearest are: 三河市 皇庄镇 大王庄村民委员会.',
    );
    const bare: RowFault = { code: 'missing-date', column: null };
    expect(chinese.faultSentence(row, bare)).toMatch(/^第17行：没有日期。/);
  });
});
