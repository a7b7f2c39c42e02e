/** The words of the interface, handed down once by the root layout. A switch of language reloads. */
import { createContext } from 'svelte';
import type { Labels } from '../i18n/zh-CN.ts';

export const [labels, provideLabels] = createContext<Labels>();
