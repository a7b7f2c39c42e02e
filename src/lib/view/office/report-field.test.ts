import { describe, expect, it } from 'vitest';
import { fieldOfFault } from './report-field.ts';

describe('the field a fault is told beside', () => {
  it.each([
    ['changes.0.effective', 'effective'],
    ['changes.12.division', 'units'],
    ['changes', 'stage'],
    ['source.date', 'documentDate'],
    ['source.title', 'title'],
    ['reporting.0.completeTo', 'reporting'],
    ['files', 'files'],
    ['division', null],
  ])('%s is %s', (path, field) => {
    expect(fieldOfFault(path)).toBe(field);
  });
});
