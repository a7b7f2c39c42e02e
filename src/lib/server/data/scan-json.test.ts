import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepestNesting, scanJson } from './scan-json.ts';

const broken: readonly (readonly [string, string, number])[] = [
  ['nothing', '', 0],
  ['a trailing comma', '[1,]', 3],
  ['a missing colon', '{"a" 1}', 5],
  ['a missing comma', '[1 2]', 3],
  ['a bracket of the other kind', '{"a":1]', 6],
  ['a key that is no string', '{a:1}', 1],
  ['two values', '1 2', 2],
  ['a string that never ends', '"abc', 4],
  ['a line break in a string', '"a\nb"', 2],
  ['an unknown escape', '"a\\x"', 2],
  ['a number with a leading zero', '[01]', 2],
  ['NaN', '[NaN]', 1],
  ['a comment', '{} // no', 3],
];

describe('a syntax mistake has its place:', () => {
  it.each(broken)('%s', (_, text, position) => {
    expect(scanJson(text)).toEqual([{ kind: 'syntax', position }]);
  });
});

describe('what JSON.parse would let pass', () => {
  it('keys given twice', () => {
    expect(scanJson('{"a":1,"b":{"a":1},"\\u0061":2}')).toEqual([
      { kind: 'duplicate-key', position: 19, key: 'a' },
    ]);
  });

  it('keys that reach into prototypes', () => {
    expect(scanJson('[{"__proto__":1,"constructor":2}]')).toMatchObject([
      { kind: 'forbidden-key', key: '__proto__' },
      { kind: 'forbidden-key', key: 'constructor' },
    ]);
  });

  it('nesting beyond any file of ours, however deep', () => {
    expect(scanJson('['.repeat(deepestNesting) + ']'.repeat(deepestNesting))).toEqual([]);
    expect(scanJson('['.repeat(1_000_000))).toEqual([{ kind: 'depth', position: deepestNesting }]);
  });
});

describe('agrees with JSON.parse', () => {
  it('on every value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const mistakes = scanJson(text).filter(({ kind }) => kind === 'syntax');
        expect(mistakes).toEqual([]);
      }),
    );
  });

  it('on every text that is nearly one', () => {
    const almost = fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...'{}[],:"1a\\ '));
    fc.assert(
      fc.property(almost, ([text, where, character]) => {
        const at = where % (text.length + 1);
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        let isParsed = true;
        try {
          JSON.parse(changed);
        } catch {
          isParsed = false;
        }
        const isSound = scanJson(changed).every(({ kind }) => kind !== 'syntax');
        expect(isSound).toBe(isParsed);
      }),
      { numRuns: 1000 },
    );
  });
});
