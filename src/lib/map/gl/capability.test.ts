import { describe, expect, it } from 'vitest';
import { decideTakeOver, type Signals } from './capability.ts';

const desktop: Signals = {
  hasWebGL2: true,
  savesData: false,
  prefersReducedData: false,
  deviceMemory: 8,
  hardwareConcurrency: 8,
  effectiveType: '4g',
};

describe('MapLibre takes the map over', () => {
  it.each<[string, Partial<Signals>, string]>([
    ['a desktop on a good line', {}, 'idle'],
    [
      'a browser that tells nothing (Safari, Firefox)',
      { deviceMemory: null, effectiveType: null },
      'idle',
    ],
    ['one that hides even its cores', { hardwareConcurrency: null, deviceMemory: null }, 'idle'],
    ['a phone of 2 GB', { deviceMemory: 2 }, 'intent'],
    ['an office machine of two cores', { hardwareConcurrency: 2 }, 'intent'],
    ['a 3G line', { effectiveType: '3g' }, 'intent'],
    ['a 2G line', { effectiveType: 'slow-2g' }, 'intent'],
    ['no WebGL2', { hasWebGL2: false }, 'never'],
    ['save-data', { savesData: true }, 'never'],
    ['reduced data asked for', { prefersReducedData: true }, 'never'],
    ['save-data on a small phone', { savesData: true, deviceMemory: 1 }, 'never'],
  ])('%s', (_, signals, expected) => {
    expect(decideTakeOver({ ...desktop, ...signals })).toBe(expected);
  });
});
