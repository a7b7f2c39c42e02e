/** The languages of the interface: Chinese first, English complete. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const defaultLanguage: Language = 'zh-CN';

/** Each language in its own words, for the switch. */
export const languageNames: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

/** Whether the text names a language of the interface, as `?lang=` and the cookie write it. */
export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}
