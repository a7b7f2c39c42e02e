import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lru, remember } from './lru.ts';

describe('a map that forgets', () => {
  it('forgets what was used least recently', () => {
    const cache = new Lru<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });

  it('never weighs more than its bound, and its weight is that of what it holds', () => {
    const step = fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), weight: fc.nat(12) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const cache = new Lru<number>(10);
        for (const { key, weight } of steps) {
          cache.set(key, weight, weight);
          expect(cache.weight).toBeLessThanOrEqual(10);
        }
        const held = ['a', 'b', 'c', 'd', 'e'].map((key) => cache.get(key) ?? 0);
        expect(held.reduce((sum, weight) => sum + weight, 0)).toBe(cache.weight);
      }),
    );
  });

  it('does not keep what is heavier than the bound, nor an older value in its place', () => {
    const cache = new Lru<string>(10);
    cache.set('a', 'light', 1);
    cache.set('a', 'heavy', 11);
    expect(cache.get('a')).toBeUndefined();
    expect(cache.weight).toBe(0);
  });

  it('makes a value once', () => {
    const cache = new Lru<object>(1);
    const first = remember(cache, 'a', () => ({}));
    expect(remember(cache, 'a', () => ({}))).toBe(first);
  });
});
