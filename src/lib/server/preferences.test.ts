import { describe, expect, it } from 'vitest';
import { acceptedLanguage, readLanguage, readPreferences } from './preferences.ts';

describe('preferences', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['en', 'en'],
    ['EN', undefined],
    ['fr', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('?lang=%s is %s', (text, language) => {
    expect(readLanguage(text)).toBe(language);
  });

  it('fall back to their defaults one by one', () => {
    const cookies: Record<string, string> = { lang: 'xx', look: 'dark', text: 'huge' };
    expect(readPreferences((name) => cookies[name])).toEqual({
      lang: 'zh-CN',
      look: 'dark',
      text: 'normal',
    });
  });

  it.each([
    [undefined, 'zh-CN'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en;q=0.5, zh;q=0.5', 'zh-CN'],
    ['en;q=0', 'zh-CN'],
    ['fr, de;q=0.9', 'zh-CN'],
    ['en;q=abc,,;;', 'en'],
  ])('Accept-Language %s is %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language);
  });
});
