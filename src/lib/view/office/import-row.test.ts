import { describe, expect, it } from 'vitest';
import { testData } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import type { LedgerRow } from '../../domain/ledger.ts';
import type { Change } from '../../domain/submission.ts';
import { sentences } from '../../i18n/sentences.ts';
import { choicesOfForm, importRow, leaveOut, undecided } from './import-row.ts';

const knowledge = knowledgeOf(testData());
const say = sentences['zh-CN'];
const row: LedgerRow = {
  ...{ key: '名单!17', sheet: '名单', number: 17, verdict: 'doubt', unit: null, change: null },
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

  it('is told where the same change is under review, with a way to the report for who may read it', () => {
    const change: Change = {
      kind: 'reached',
      division: '990001',
      track: 'village',
      stage: 'named',
      effective: '2023',
    };
    const told = (isReadable: boolean) =>
      importRow(knowledge, { ...row, verdict: 'new', change }, {}, say, () => ({
        ...{ submission: 'R20261123-7KQ2M', effective: '2023', isReadable },
      })).underReview;
    const sentence = '同样的变更已在审核中：报送R20261123-7KQ2M，2023年。';
    expect(told(true)).toEqual({ told: sentence, href: '/admin/submission/R20261123-7KQ2M' });
    expect(told(false)).toEqual({ told: sentence, href: null });
    expect(importRow(knowledge, row, {}, say).underReview).toBeNull();
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

  it('that was left as the page showed it is no choice, whatever another window has settled since', () => {
    const sent = new FormData();
    for (const [row, shown, value] of [
      ['名单!2', undecided, undecided],
      ['名单!3', '990001', '990001'],
      ['名单!4', undecided, leaveOut],
      ['名单!5', '990001', undecided],
      ['名单!6', leaveOut, '990001'],
    ] as const) {
      sent.append(`shown:choice:${row}`, shown);
      sent.append(`choice:${row}`, value);
    }
    expect(choicesOfForm(sent)).toEqual({ '名单!4': '', '名单!5': null, '名单!6': '990001' });
  });
});
