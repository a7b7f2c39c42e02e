import { describe, expect, it } from 'vitest';
import { emptyReport, isBlank, readReport } from './report-form.ts';

describe('a form that was sent', () => {
  it('takes the first of a repeated field, and nothing from a file in its place', () => {
    const data = new FormData();
    data.append('division', '990001');
    data.append('division', '990002');
    data.append('title', new File(['x'], 'x.pdf'));
    expect(readReport(data)).toMatchObject({ division: '990001', title: '' });
  });
});

describe('a report in which nothing was typed', () => {
  it('is blank, whatever track the page had chosen', () => {
    const empty = {
      ...emptyReport('k', '990001', '2026-01-31'),
      track: 'national',
      isComplete: true,
    };
    expect(isBlank(empty)).toBe(true);
    expect(isBlank({ ...empty, title: '公告' })).toBe(false);
    expect(isBlank({ ...empty, effective: { year: '2025', month: '', day: '' } })).toBe(false);
  });
});
