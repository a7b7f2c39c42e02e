import { describe, expect, it } from 'vitest';
import { languages } from './language.ts';
import { sentences } from './sentences.ts';

describe.each(languages)('the words of the desk in %s', (language) => {
  const say = sentences[language];

  it('tell how long nobody has reported', () => {
    const told = say.desk.reportedTo('2020-12-31', { years: 5, months: 10 });
    expect(told).toBe(
      language === 'en'
        ? 'Reported up to 31 December 2020; nothing for 5 years 10 months'
        : '填报截止2020年12月31日，已5年10个月未填报',
    );
  });

  it('tell an instant as clocks in Shanghai show it', () => {
    const told = say.review.moment('2026-11-22T16:05:00Z');
    expect(told).toMatch(
      language === 'en' ? /^23 November 2026.* 00:05$/ : /^2026年11月23日 00:05$/,
    );
  });

  it('tell sizes in round numbers', () => {
    expect([900, 2048, 5_500_000].map(say.report.size)).toEqual(
      language === 'en' ? ['900 B', '2 kB', '5.2 MB'] : ['900 B', '2 KB', '5.2 MB'],
    );
  });
});
