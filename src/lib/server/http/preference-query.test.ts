import { describe, expect, it } from 'vitest';
import { readLanguageQuery, takePreferences } from './preference-query.ts';

const take = (address: string) => takePreferences(new URL(address, 'http://localhost'));

describe('?look= and ?text=', () => {
  it('are taken out of the address and the rest of it stays', () => {
    expect(take('/?theme=both&look=dark&at=2020-12-31&text=large')).toEqual({
      chosen: { look: 'dark', text: 'large' },
      location: '/?theme=both&at=2020-12-31',
    });
    expect(take('/method?look=light')).toEqual({ chosen: { look: 'light' }, location: '/method' });
  });

  it('are taken out and forgotten where they mean nothing', () => {
    expect(take('/?look=purple')).toEqual({ chosen: {}, location: '/' });
  });

  it('left out change nothing', () => {
    expect(take('/?theme=both')).toBeUndefined();
  });

  it.each(['//evil.example/?look=dark', '/\\evil.example/?look=dark', '///evil.example?look=dark'])(
    'never send the reader of %s to another host',
    (address) => {
      const taken = takePreferences(new URL(`http://localhost${address}`));
      const target = new URL(taken?.location ?? '', 'http://localhost');
      expect(target.host).toBe('localhost');
    },
  );
});

describe('?lang=', () => {
  it.each([
    ['lang=en', 'en', undefined],
    ['lang=', undefined, undefined],
    ['', undefined, undefined],
    ['lang=fr', undefined, 'unknown-language'],
    ['lang=en&lang=zh', undefined, 'repeated'],
  ])('%s asks for %s, problem %s', (query, lang, kind) => {
    const read = readLanguageQuery(new URLSearchParams(query));
    expect(read.lang).toBe(lang);
    expect(read.problems[0]?.kind).toBe(kind);
  });
});
