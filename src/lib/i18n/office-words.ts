/** The words of the office by language, for the server: what actions answer, what is downloaded. */
import { office as en } from './en/office.ts';
import type { Language } from './language.ts';
import { office as zhCN, type OfficeWords } from './zh-CN/office.ts';

export const officeWordsOf: Readonly<Record<Language, OfficeWords>> = { 'zh-CN': zhCN, en };
