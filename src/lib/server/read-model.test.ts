import { describe, expect, it } from 'vitest';
import { reached, testData } from '../domain/fixture.ts';
import type { SiteData } from './data/site-data.ts';
import { createReadModel } from './read-model.ts';

const data = testData({
  events: [
    reached('named', '2021-05-01', { recordedAt: '2021-06-01T09:00:00+08:00' }),
    reached('named', '2021-05-01', {
      division: '990002',
      recordedAt: '2022-06-01T09:00:00+08:00',
    }),
  ],
});
const site: SiteData = {
  data,
  geometry: {
    counties: { type: 'FeatureCollection', features: [] },
    context: { type: 'FeatureCollection', features: [] },
  },
  version: 'v1',
  modifiedAt: '2022-06-01T09:00:00+08:00',
};
const query = {
  theme: 'national',
  at: '2023-01-01',
  show: [],
  sort: 'code',
  isDescending: false,
} as const;

describe('the read model', () => {
  it('takes the day from its clock, in Asia/Shanghai', () => {
    const model = createReadModel(site, () => Date.parse('2026-01-01T16:00:00Z'));
    expect(model.today()).toBe('2026-01-02');
  });

  it('answers what was known on a day', () => {
    const model = createReadModel(site);
    expect(model.selection(query, null).targets[0]?.low).toBe(2);
    expect(model.selection(query, '2021-12-31').targets[0]?.low).toBe(1);
  });

  it('works each selection and each knowledge out once', () => {
    const model = createReadModel(site);
    expect(model.selection({ ...query }, null)).toBe(model.selection({ ...query }, null));
    expect(model.knowledge('2021-12-31')).toBe(model.knowledge('2021-12-31'));
    expect(model.selection({ ...query, show: ['named'] }, null)).not.toBe(
      model.selection(query, null),
    );
  });

  it('was modified with the data, and without a day also when today began', () => {
    const model = createReadModel(site, () => Date.parse('2026-03-05T12:00:00+08:00'));
    expect(model.modifiedAt('2023-01-01').toISOString()).toBe('2022-06-01T01:00:00.000Z');
    expect(model.modifiedAt(null).toISOString()).toBe('2026-03-04T16:00:00.000Z');
  });

  it('dates nothing into the future where a record was', () => {
    const slip = { ...site, modifiedAt: '2062-06-01T09:00:00+08:00' };
    const now = Date.parse('2026-03-05T12:00:00+08:00');
    const model = createReadModel(slip, () => now);
    expect(model.modifiedAt('2023-01-01').getTime()).toBe(now);
  });
});
