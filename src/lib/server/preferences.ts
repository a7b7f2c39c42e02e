/**
 * What a reader chose once and every page remembers: language, look and size of text.
 * They travel in cookies that name nobody, so a page can be shared by all who chose the same.
 */
import { defaultLanguage, isLanguage, type Language } from '../i18n/language.ts';

export const looks = ['auto', 'light', 'dark', 'contrast'] as const;
export type Look = (typeof looks)[number];

/** `large` is 长辈版, the mode for older readers. */
export const textSizes = ['normal', 'large'] as const;
export type TextSize = (typeof textSizes)[number];

export interface Preferences {
  readonly lang: Language;
  readonly look: Look;
  readonly text: TextSize;
}

export const preferenceNames = ['lang', 'look', 'text'] as const;

export const defaultPreferences: Preferences = {
  lang: defaultLanguage,
  look: 'auto',
  text: 'normal',
};

/** Spellings of `?lang=` beside the languages' own tags. */
const spellings: Readonly<Record<string, Language>> = { zh: 'zh-CN' };

/** The values `?lang=` may have. */
export const languageSpellings: ReadonlySet<string> = new Set(['zh-CN', 'en', 'zh']);

/** The language a value of `?lang=` names, or `undefined`. */
export function readLanguage(text: string): Language | undefined {
  return isLanguage(text) ? text : Object.hasOwn(spellings, text) ? spellings[text] : undefined;
}

export function readLook(text: string): Look | undefined {
  return looks.find((look) => look === text);
}

export function readTextSize(text: string): TextSize | undefined {
  return textSizes.find((size) => size === text);
}

/** The preferences a set of cookies holds; what is missing or unknown is the default. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  return {
    lang: readLanguage(cookie('lang') ?? '') ?? defaultPreferences.lang,
    look: readLook(cookie('look') ?? '') ?? defaultPreferences.look,
    text: readTextSize(cookie('text') ?? '') ?? defaultPreferences.text,
  };
}

/**
 * The language an `Accept-Language` header asks for (RFC 9110 §12.5.4): English only where it
 * weighs more than Chinese.
 */
export function acceptedLanguage(header: string | null | undefined): Language {
  if (!header) return defaultLanguage;
  const weights = { zh: 0, en: 0 };
  for (const range of header.slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    const language = tag.startsWith('en') ? 'en' : tag.startsWith('zh') ? 'zh' : null;
    if (language) weights[language] = Math.max(weights[language], Number(quality ?? 1) || 0);
  }
  return weights.en > weights.zh ? 'en' : defaultLanguage;
}
