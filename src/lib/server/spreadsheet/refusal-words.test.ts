import { describe, expect, it } from 'vitest';
import { workbookRefusals as english } from '../../i18n/en/workbook-refusals.ts';
import { workbookRefusals as chinese } from '../../i18n/zh-CN/workbook-refusals.ts';
import { mostColumns, mostListedRows, mostRows } from './limits.ts';

describe('The sentence for a file that is not read', () => {
  it('says in both languages how much would be', () => {
    const values = { sheet: '台账' };
    expect(chinese['too-many-rows'](values)).toContain(`最多 ${mostRows / 10_000} 万行`);
    expect(chinese['too-many-rows'](values)).toContain(`最多 ${mostListedRows / 10_000} 万行）`);
    expect(english['too-many-rows'](values)).toContain(mostRows.toLocaleString('en'));
    expect(english['too-many-rows'](values)).toContain(mostListedRows.toLocaleString('en'));
    expect(chinese['too-many-columns'](values)).toContain(`最多 ${mostColumns} 列`);
    expect(english['too-many-columns'](values)).toContain(`at most ${mostColumns}`);
  });

  it('names the sheet, the row or the line where the reader knows it', () => {
    expect(chinese.damaged({ sheet: '台账' })).toContain('工作表“台账”');
    expect(chinese.damaged({ row: '7' })).toContain('第 7 行');
    expect(chinese['unknown-encoding']({ line: '3' })).toContain('第 3 行');
    expect(english.damaged({ row: '7' })).toContain('row 7');
  });

  it('ends with what to do, in whole sentences, without a value that is missing', () => {
    for (const words of [chinese, english])
      for (const sentence of Object.values(words)) {
        expect(sentence({})).toMatch(/[。.]$/);
        expect(sentence({})).not.toContain('undefined');
      }
  });
});
