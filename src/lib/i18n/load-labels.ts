import type { Language } from './language.ts';
import type { Labels } from './zh-CN.ts';

/** The words of one language; the browser downloads no other. */
export async function loadLabels(language: Language): Promise<Labels> {
  switch (language) {
    case 'zh-CN':
      return (await import('./zh-CN.ts')).zhCN;
    case 'en':
      return (await import('./en.ts')).en;
  }
}
