/** Tables of text: nasty cells between any separators, in any encoding, whole and damaged. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { byteDamage, damaged } from './byte-damage.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { nastyText } from './nasty-text.ts';
import { rarely } from './rarely.ts';
import { textTables } from './seeds.ts';

export const encodings = ['utf8', 'gb18030', 'utf-16le', 'utf-16be'] as const;

interface Writing {
  readonly encoding: (typeof encodings)[number];
  readonly hasMark: boolean;
  readonly separator: string;
  readonly lineEnd: string;
  /** Always, where it is needed, or never. */
  readonly quotes: 'all' | 'needed' | 'none';
}

export const writing: fc.Arbitrary<Writing> = fc.record({
  encoding: fc.oneof(
    { weight: 3, arbitrary: fc.constant('utf8' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...encodings) },
  ),
  hasMark: fc.boolean(),
  separator: fc.constantFrom(',', ',', '\t', ';', '，', '|'),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  quotes: fc.constantFrom('all', 'needed', 'none'),
});

/** The bytes of the table. */
export function written(rows: readonly (readonly string[])[], how: Writing): Uint8Array {
  const { encoding, hasMark, separator, lineEnd, quotes } = how;
  const cell = (text: string): string => {
    const isQuoted = quotes === 'all' || (quotes === 'needed' && /["\r\n]/.test(text + separator));
    return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => row.map(cell).join(separator)).join(lineEnd);
  return iconv.encode(text, encoding, { addBOM: hasMark });
}

const table = fc.array(fc.array(nastyText, { maxLength: 7 }), { maxLength: 8 });

const generated = fc
  .record({ rows: table, how: writing, damage: rarely(byteDamage, 3) })
  .map(({ rows, how, damage }): FuzzCase => ({
    recipe: { rows, how, damage },
    make: () => {
      const bytes = written(rows, how);
      return [{ name: '名单.csv', bytes: damage ? damaged(bytes, damage) : bytes }];
    },
  }));

const mutated = fc
  .record({ seed: textTables, damage: byteDamage })
  .map(({ seed, damage }): FuzzCase => ({
    recipe: { seed: seed.name, damage },
    make: () => [{ name: seed.name, bytes: damaged(seed.bytes, damage) }],
  }));

export const textTableCase: fc.Arbitrary<FuzzCase> = fc.oneof(
  { weight: 2, arbitrary: generated },
  { weight: 1, arbitrary: mutated },
);
