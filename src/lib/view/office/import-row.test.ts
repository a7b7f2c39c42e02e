import { describe, expect, it } from 'vitest';
import { testData } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import type { LedgerRow } from '../../domain/ledger.ts';
import { sentences } from '../../i18n/sentences.ts';
import { choicesOfForm, importRow, leaveOut, undecided } from './import-row.ts';

const knowledge = knowledgeOf(testData());
const say = sentences['zh-CN'];
const row: LedgerRow = {
  ...{ sheet: '名单', number: 17, verdict: 'doubt', unit: null, change: null },
  written: { village: '大汪庄', county: '甲县' },
  faults: [
    {
      code: 'unknown-name',
      column: 'C',
      values: { heading: '村名', place: '乙镇', written: '大汪庄' },
    },
  ],
  candidates: [{ code: '990001', path: ['甲县', '大王庄'] }],
};

describe('a row of a ledger', () => {
  it('is told as it was written, where it stands, and why it is in doubt', () => {
    const view = importRow(knowledge, row, {}, say);
    expect(view.where).toBe('名单，第17行');
    expect(view.written).toBe('甲县 大汪庄');
    expect(view.remarks).toEqual(['第17行“村名”：乙镇没有“大汪庄”。']);
    expect(view.options.map(({ value }) => value)).toEqual(['990001', leaveOut, undecided]);
    expect(view.picked).toBe(undecided);
  });

  it('once settled shows its choice, which can be taken back', () => {
    const settled = { ...row, candidates: [], verdict: 'new', unit: '990001' } as const;
    const view = importRow(knowledge, settled, { '名单!17': '990001' }, say);
    expect(view.options.map(({ value }) => value)).toEqual(['990001', leaveOut, undecided]);
    expect(view.picked).toBe('990001');
    expect(view.options.at(-1)?.label).toBe(say.importing.words.undo);
    expect(importRow(knowledge, row, { '名单!17': '' }, say).picked).toBe(leaveOut);
  });

  it('comes back from its form as it was chosen, whatever its sheet is called', () => {
    const sent = new FormData();
    sent.append('choice:名单!17', '990001');
    sent.append('choice:a!b:c!2', leaveOut);
    sent.append('choice:__proto__!3', undecided);
    sent.append('version', '1');
    expect(Object.entries(choicesOfForm(sent))).toEqual([
      ['名单!17', '990001'],
      ['a!b:c!2', ''],
      ['__proto__!3', null],
    ]);
  });
});
