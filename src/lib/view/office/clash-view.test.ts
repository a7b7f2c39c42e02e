import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../domain/knowledge.ts';
import { testData } from '../../domain/fixture.ts';
import { sentences } from '../../i18n/sentences.ts';
import { clashRows, takenFields, takeTheirs } from './clash-view.ts';
import { emptyReport, type ReportForm } from './report-form.ts';

const knowledge = knowledgeOf(testData());
const say = sentences['zh-CN'];
const base: ReportForm = {
  ...emptyReport('k', '990001', '2026-01-31'),
  track: 'national',
  stage: 'applied',
  title: '公告',
};

describe('two at once', () => {
  const yours = { ...base, title: '我的标题' };
  const theirs = { ...base, title: '对方的标题', batch: '第三批' };

  it('shows the three sides, and marks only what differs', () => {
    const rows = clashRows(knowledge, { yours, seen: base, theirs }, say);
    expect(rows.find(({ field }) => field === 'title')).toMatchObject({
      yours: '我的标题',
      seen: '公告',
      theirs: '对方的标题',
      differs: true,
    });
    expect(rows.filter(({ differs }) => differs).map(({ field }) => field)).toEqual([
      'batch',
      'title',
    ]);
    expect(rows.some(({ field }) => field === 'location')).toBe(false);
  });

  it('takes from the other side what is asked for and nothing else', () => {
    const data = new FormData();
    data.append('take-title', 'theirs');
    data.append('take-batch', 'yours');
    data.append('take-__proto__', 'theirs');
    const merged = takeTheirs(yours, theirs, takenFields(data));
    expect(merged).toEqual({ ...yours, title: '对方的标题' });
  });
});
