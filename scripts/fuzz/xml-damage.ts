/** Changes to the XML of a workbook's parts that leave it more or less XML: what no byte flip reaches. */
import fc from 'fast-check';
import { nastyText, nastyValue } from './nasty-text.ts';

type Edit =
  | { readonly kind: 'delete' | 'repeat' | 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'text' | 'value' | 'raw'; readonly at: number; readonly text: string }
  | { readonly kind: 'rename'; readonly at: number; readonly text: string };

const names = [
  ...[
    'row',
    'c',
    'v',
    'f',
    't',
    'is',
    'si',
    'r',
    'rPh',
    'mergeCell',
    'sheetData',
    'sheet',
    'x:row',
  ],
  ...['Relationship', 'xf', 'cellXfs', 'numFmt', 'workbookPr', 'worksheet', 'sst', 'constructor'],
];

const raw = [
  ...[
    '<!DOCTYPE x>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '&#0;',
    '&#xD800;',
    '&#x10FFFF;',
    '&',
  ],
  ...[
    '<![CDATA[1]]>',
    '<![CDATA[',
    '<!-- x -->',
    '<!--',
    '<?xml version="1.0" encoding="gbk"?>',
    '<?x?>',
  ],
  ...['<v>1</v>', '<c r="A1"><v>1</v></c>', '<row r="3" hidden="1"/>', '<x>', '</x>', '<a><a><a>'],
  ...['<mergeCells><mergeCell ref="A1:C9"/></mergeCells>', '<is><t>村</t></is>', ']]>', '\ufeff'],
];

const at = fc.nat();

export const xmlEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('delete', 'repeat', 'move'), at, to: at }),
    fc.record({ kind: fc.constantFrom('text', 'value'), at, text: nastyValue }),
    fc.record({ kind: fc.constant('raw'), at, text: fc.oneof(fc.constantFrom(...raw), nastyText) }),
    fc.record({ kind: fc.constant('rename'), at, text: fc.constantFrom(...names) }),
  ) as fc.Arbitrary<Edit>,
  { minLength: 1, maxLength: 2 },
);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The XML with the edits made one after the other, each at the element or text its number falls on. */
export function editedXml(xml: string, edits: readonly Edit[]): string {
  let tokens: readonly string[] = xml.match(/<[^>]*>|[^<]+/g) ?? [];
  for (const edit of edits) {
    if (tokens.length === 0) break;
    tokens = edited(tokens, edit.at % tokens.length, edit);
  }
  return tokens.join('');
}

function edited(tokens: readonly string[], at: number, edit: Edit): readonly string[] {
  const token = tokens[at] ?? '';
  const isTag = token.startsWith('<');
  const length = elementLength(tokens, at);
  const element = tokens.slice(at, at + length);
  const rest = tokens.toSpliced(at, length);
  switch (edit.kind) {
    case 'delete':
      return rest;
    case 'move':
      return rest.toSpliced(edit.to % (rest.length + 1), 0, ...element);
    case 'repeat': {
      const times = 1 + (edit.to % Math.max(1, Math.floor(mostRepeated / length)));
      return tokens.toSpliced(at, 0, ...Array.from({ length: times }, () => element).flat());
    }
    case 'raw':
      return tokens.toSpliced(at, 0, edit.text);
    case 'text':
      return tokens.toSpliced(isTag ? at + 1 : at, isTag ? 0 : 1, escaped(edit.text));
    case 'value':
      return tokens.toSpliced(at, 1, isTag ? withValue(token, edit) : escaped(edit.text));
    case 'rename': {
      const renamed = element.map((each, place) =>
        isTag && (place === 0 || place === length - 1)
          ? each.replace(/^<(\/?)[^\s/>?]+/, `<$1${edit.text}`)
          : each,
      );
      return tokens.toSpliced(at, length, ...renamed);
    }
  }
}

/** Tokens that a repeated element comes to at most. */
const mostRepeated = 200;

/** The tokens from an opening tag to its closing one; 1 of anything else. */
function elementLength(tokens: readonly string[], at: number): number {
  let depth = 0;
  for (let end = at; end < tokens.length; end += 1) {
    const token = tokens[end] ?? '';
    if (token.startsWith('</')) depth -= 1;
    else if (/^<[^?!]/.test(token) && !token.endsWith('/>')) depth += 1;
    if (depth <= 0) return depth === 0 ? end - at + 1 : 1;
  }
  return 1;
}

/** One of the attributes, told by the same number, has that value; a tag without any gets one. */
function withValue(
  tag: string,
  { at: number, text }: { readonly at: number; readonly text: string },
): string {
  const count = tag.match(/="[^"]*"/g)?.length ?? 0;
  if (count === 0) return tag.replace(/\s*\/?>$/, (end) => ` r="${escaped(text)}"${end.trim()}`);
  let left = number % count;
  return tag.replace(/="[^"]*"/g, (value) => {
    left -= 1;
    return left === -1 ? `="${escaped(text)}"` : value;
  });
}
