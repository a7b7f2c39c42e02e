import { quote, say, type Finding } from './fault.ts';
import { deepestNesting, scanJson, type JsonMistake } from './scan-json.ts';

export type JsonResult =
  | { readonly status: 'ok'; readonly value: unknown }
  | { readonly status: 'invalid'; readonly findings: readonly Finding[] };

/** Line and column, both from 1, of a position in a text. */
function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length} column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function finding(text: string, mistake: JsonMistake): Finding {
  const place = placeOf(text, mistake.position);
  switch (mistake.kind) {
    case 'syntax': {
      const found = text[mistake.position];
      return {
        place,
        what:
          found === undefined
            ? say('JSON 到此突然结束', 'the JSON ends too early')
            : say(`JSON 语法错误，遇到 ${quote(found)}`, `JSON syntax error at ${quote(found)}`),
        expected: say('合法的 JSON（RFC 8259）', 'well-formed JSON (RFC 8259)'),
      };
    }
    case 'depth':
      return {
        place,
        what: say('嵌套过深', 'the nesting is too deep'),
        expected: say(`不超过 ${deepestNesting} 层`, `at most ${deepestNesting} levels`),
      };
    case 'duplicate-key':
      return {
        place,
        what: say(`键 ${quote(mistake.key)} 重复`, `the key ${quote(mistake.key)} is given twice`),
        expected: say('每个键只出现一次', 'every key once'),
      };
    case 'forbidden-key':
      return {
        place,
        what: say(
          `键 ${quote(mistake.key)} 不允许使用`,
          `the key ${quote(mistake.key)} is not allowed`,
        ),
        expected: say('本格式规定的键', 'a key of this format'),
      };
  }
}

/** The value of a JSON text that is safe to walk: no mistake of `scanJson` is in it. */
export function parseJson(text: string): JsonResult {
  const findings = scanJson(text).map((mistake) => finding(text, mistake));
  if (findings.length > 0) return { status: 'invalid', findings };
  return { status: 'ok', value: JSON.parse(text) };
}
