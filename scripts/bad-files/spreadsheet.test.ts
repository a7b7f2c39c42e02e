import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/lib/server/spreadsheet/cell-reference.ts';
import { readBytes } from '../../src/lib/server/spreadsheet/read-bytes.ts';
import type { Sheet } from '../../src/lib/server/spreadsheet/workbook.ts';
import { badSpreadsheets } from './spreadsheet.ts';
import type { BadSpreadsheet, ExpectedSheet } from './spreadsheet-file.ts';

const folder = join(
  import.meta.dirname,
  '..',
  '..',
  'tests',
  'fixtures',
  'bad-files',
  'spreadsheet',
);

/** Milliseconds of processor time, of all threads together. */
const answerWithin = 2_000;

/** Bytes: of the server after all files together, and of the reader of each at its largest. */
const mostGrowth = 100_000_000;

interface Measured {
  readonly outcomes: Readonly<Record<string, string>>;
  readonly grownBy: number;
  readonly slowest: { readonly name: string; readonly milliseconds: number };
  readonly largest: { readonly name: string; readonly bytes: number };
}

const bytesOf = (file: BadSpreadsheet): Uint8Array =>
  file.isLarge ? file.make() : readFileSync(join(folder, file.name));

function expectSheet(sheet: Sheet | undefined, expected: ExpectedSheet): void {
  expect(sheet).toBeDefined();
  if (sheet === undefined) return;
  if (expected.name !== undefined) expect(sheet.name).toBe(expected.name);
  if (expected.isHidden !== undefined) expect(sheet.isHidden).toBe(expected.isHidden);
  if (expected.rows !== undefined) expect(sheet.rows).toHaveLength(expected.rows);
  if (expected.merges !== undefined) expect(sheet.merges).toEqual(expected.merges);
  if (expected.hiddenRows !== undefined)
    expect(sheet.rows.filter((row) => row.isHidden).map((row) => row.number)).toEqual(
      expected.hiddenRows,
    );
  for (const [place, cell] of Object.entries(expected.cells ?? {})) {
    const at = placeOf(place);
    const row = sheet.rows.find(({ number }) => number === at?.row);
    expect(row?.cells[(at?.column ?? 0) - 1] ?? { kind: 'empty' }, place).toEqual(cell);
  }
}

describe('Every bad spreadsheet', () => {
  it('is refused for its reason or read, in a process of its own, within its time, and leaves the server as large as before', async () => {
    const files = mkdtempSync(join(tmpdir(), 'bad-files-'));
    try {
      for (const file of badSpreadsheets) writeFileSync(join(files, file.name), bytesOf(file));
      const reader = join(import.meta.dirname, 'read-spreadsheets.ts');
      const command = ['--expose-gc', reader, files];
      const { stdout } = await promisify(execFile)(process.execPath, command);
      // Printed by the script named above.
      const measured = JSON.parse(stdout) as Measured;
      const expected = badSpreadsheets.map(({ name, expect: answer }) => [
        name,
        'refused' in answer ? answer.refused : 'read',
      ]);
      expect(measured.outcomes).toEqual(Object.fromEntries(expected));
      expect(measured.grownBy).toBeLessThan(mostGrowth);
      expect(measured.slowest.milliseconds).toBeLessThan(answerWithin);
      expect(measured.largest.bytes, measured.largest.name).toBeLessThan(mostGrowth);
    } finally {
      rmSync(files, { recursive: true });
    }
  }, 300_000);

  const readable = badSpreadsheets.flatMap(({ name, says, make, expect: answer }) =>
    'read' in answer ? [[name, says, make, answer] as const] : [],
  );

  it.each(readable)('%s is read for what it is: %s', async (name, _says, make, answer) => {
    const read = await readBytes(make(), name);
    expect(read.status).toBe('read');
    if (read.status === 'refused') return;
    expect(read.workbook.encoding).toBe(answer.encoding ?? null);
    answer.read.forEach((sheet, at) => expectSheet(read.workbook.sheets[at], sheet));
  });
});

describe('The kept files', () => {
  const kept = badSpreadsheets.filter((file) => file.isLarge !== true);

  it('are those the script makes, byte for byte', () => {
    const differing = kept.filter(
      (file) =>
        !existsSync(join(folder, file.name)) ||
        !readFileSync(join(folder, file.name)).equals(file.make()),
    );
    expect(differing.map(({ name }) => name)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(kept.map(({ name }) => name).sort());
  });

  it('are small, and at least forty-five', () => {
    expect(badSpreadsheets.length).toBeGreaterThanOrEqual(45);
    expect(new Set(badSpreadsheets.map(({ name }) => name)).size).toBe(badSpreadsheets.length);
    const sizes = kept.map((file) => file.make().length);
    expect(Math.max(...sizes)).toBeLessThan(200_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });
});
