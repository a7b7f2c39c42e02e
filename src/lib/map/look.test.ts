import { expect, it } from 'vitest';
import { resolveLook } from './look.ts';

it.each([
  ['dark', { contrast: true, dark: false }, 'dark'],
  ['auto', { contrast: false, dark: false }, 'light'],
  ['auto', { contrast: false, dark: true }, 'dark'],
  ['auto', { contrast: true, dark: true }, 'contrast'],
  ['nonsense', { contrast: false, dark: true }, 'dark'],
])('the choice %s, with a system that asks for %o, looks %s', (choice, system, look) => {
  expect(resolveLook(choice, system)).toBe(look);
});
