/** Workbooks: sound and bad ones with their bytes or single parts changed. */
import fc from 'fast-check';
import { byteDamage, damaged } from './byte-damage.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { soundWorkbooks, zippedSheets } from './seeds.ts';
import { partsOf, zipChange, zippedAnew } from './zip-damage.ts';

const byBytes = fc
  .record({ seed: zippedSheets, damage: byteDamage })
  .map(({ seed, damage }): FuzzCase => ({
    recipe: { seed: seed.name, damage },
    make: () => [{ name: seed.name, bytes: damaged(seed.bytes, damage) }],
  }));

const unpacked = soundWorkbooks.map(({ name, bytes }) => ({ name, parts: partsOf(bytes) }));

const byParts = fc
  .record({
    seed: fc.constantFrom(...unpacked),
    // Two changes seldom leave anything that can be read.
    changes: fc.oneof(
      { weight: 4, arbitrary: fc.array(zipChange, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(zipChange, { minLength: 2, maxLength: 3 }) },
    ),
  })
  .map(({ seed, changes }): FuzzCase => ({
    recipe: { seed: seed.name, changes },
    make: () => [{ name: seed.name, bytes: zippedAnew(seed.parts, changes) }],
  }));

export const spreadsheetCase: fc.Arbitrary<FuzzCase> = fc.oneof(
  { weight: 1, arbitrary: byBytes },
  { weight: 5, arbitrary: byParts },
);
