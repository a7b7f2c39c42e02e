/**
 * Reads JSON text (RFC 8259) character by character for what `JSON.parse` keeps to itself: the place
 * of a mistake, keys given twice (the last one would win unseen), keys that reach into prototypes,
 * and nesting deep enough to exhaust a recursive check. Uses no recursion itself.
 */
export type JsonMistake =
  | { readonly kind: 'syntax'; readonly position: number }
  | { readonly kind: 'depth'; readonly position: number }
  | { readonly kind: 'duplicate-key'; readonly position: number; readonly key: string }
  | { readonly kind: 'forbidden-key'; readonly position: number; readonly key: string };

/** GeoJSON needs 8; nobody's data file comes near this. */
export const deepestNesting = 32;

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literal = /true|false|null/y;
const space = /[ \t\r\n]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** What may come next. `first` allows an empty object or array to close. */
type Expectation = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after-value' | 'end';

function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The position after a string that begins at `from`; negative (−1 − position) where it breaks. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (Number.isNaN(code) || code < 0x20) return -1 - at;
    if (code === 0x5c) {
      const end = endOf(escape, text, at);
      if (end < 0) return -1 - at;
      at = end;
    } else at += 1;
  }
}

/** Every mistake in the order of the text; after a syntax or depth mistake nothing more is read. */
export function scanJson(text: string): readonly JsonMistake[] {
  const mistakes: JsonMistake[] = [];
  /** One entry per open container: the keys so far of an object, `null` for an array. */
  const open: (Set<string> | null)[] = [];
  let expect: Expectation = 'value';
  let at = 0;

  const afterValue = (): Expectation => (open.length === 0 ? 'end' : 'after-value');
  const stop = (kind: 'syntax' | 'depth', position: number): readonly JsonMistake[] => [
    ...mistakes,
    { kind, position },
  ];

  for (;;) {
    at = endOf(space, text, at);
    const character = text[at];
    const keys = open.at(-1);
    if (character === undefined) return expect === 'end' ? mistakes : stop('syntax', at);
    switch (expect) {
      case 'end':
        return stop('syntax', at);
      case 'colon':
        if (character !== ':') return stop('syntax', at);
        at += 1;
        expect = 'value';
        continue;
      case 'after-value':
        if (character === ',') {
          at += 1;
          expect = keys ? 'key' : 'value';
          continue;
        }
        break;
      case 'key':
      case 'first-key':
        if (character === '"') {
          const end = endOfString(text, at);
          if (end < 0) return stop('syntax', -1 - end);
          const key = String(JSON.parse(text.slice(at, end)));
          if (forbiddenKeys.has(key)) mistakes.push({ kind: 'forbidden-key', position: at, key });
          else if (keys?.has(key)) mistakes.push({ kind: 'duplicate-key', position: at, key });
          keys?.add(key);
          at = end;
          expect = 'colon';
          continue;
        }
        break;
      case 'value':
      case 'first-value': {
        if (character === '{' || character === '[') {
          if (open.length === deepestNesting) return stop('depth', at);
          open.push(character === '{' ? new Set() : null);
          at += 1;
          expect = character === '{' ? 'first-key' : 'first-value';
          continue;
        }
        const end =
          character === '"'
            ? endOfString(text, at)
            : Math.max(endOf(number, text, at), endOf(literal, text, at));
        if (end >= 0) {
          at = end;
          expect = afterValue();
          continue;
        }
        if (character === '"') return stop('syntax', -1 - end);
        break;
      }
    }
    const closes =
      expect === 'after-value' || (keys ? expect === 'first-key' : expect === 'first-value');
    if (!closes || character !== (keys ? '}' : ']')) return stop('syntax', at);
    open.pop();
    at += 1;
    expect = afterValue();
  }
}
