/** The words of the office, handed down once by its layout; no public page ever loads them. */
import { createContext } from 'svelte';
import type { OfficeWords } from '../../i18n/zh-CN/office.ts';

export const [officeWords, provideOfficeWords] = createContext<OfficeWords>();
