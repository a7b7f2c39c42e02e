import type { Language } from './language.ts';
import type { OfficeWords } from './zh-CN/office.ts';

/** The words of the office in one language; a browser downloads no other, and only in the office. */
export async function loadOfficeWords(language: Language): Promise<OfficeWords> {
  switch (language) {
    case 'zh-CN':
      return (await import('./zh-CN/office.ts')).office;
    case 'en':
      return (await import('./en/office.ts')).office;
  }
}
