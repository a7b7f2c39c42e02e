import { describe, expect, it } from 'vitest';
import { sentences } from '../../i18n/sentences.ts';
import { defaultsOfForm } from './defaults-of-form.ts';
import { shownPrefix } from './import-row.ts';

const say = sentences['zh-CN'];

function form(typed: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const field of ['effective-year', 'effective-month', 'effective-day', 'stage']) {
    data.set(shownPrefix + field, '');
    data.set(field, typed[field] ?? '');
  }
  return data;
}

describe('what is said of all rows at once', () => {
  it('is a date and a stage, and nothing where both were left as shown', () => {
    const both = form({ 'effective-year': '2023', stage: 'awarded' });
    expect(defaultsOfForm(both, say)).toEqual({
      chosen: { effective: '2023', stage: 'awarded' },
      faults: [],
      wrongDate: null,
    });
    const none = { chosen: {}, faults: [], wrongDate: null };
    expect(defaultsOfForm(form({}), say)).toEqual(none);
  });

  it('keeps the stage where the date is none, and what was typed to be mended', () => {
    const wrong = form({ 'effective-year': '二三年', stage: 'awarded' });
    expect(defaultsOfForm(wrong, say)).toEqual({
      chosen: { stage: 'awarded' },
      faults: [{ field: 'effective', message: say.importing.words.dateWrong }],
      wrongDate: { year: '二三年', month: '', day: '' },
    });
  });
});
