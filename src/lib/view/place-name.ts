/** Names of places in the reader's language. */
import type { Division } from '../domain/division.ts';
import type { Language } from '../i18n/language.ts';

/** A text and, where it is not in the language of the page, the language it is in. */
export interface NameView {
  readonly text: string;
  readonly lang?: Language;
}

/** The name of a division; places without an established English name keep the Chinese one. */
export function placeName(division: Division, language: Language): NameView {
  if (language === 'zh-CN') return { text: division.name };
  return division.nameEn === null
    ? { text: division.name, lang: 'zh-CN' }
    : { text: division.nameEn };
}
