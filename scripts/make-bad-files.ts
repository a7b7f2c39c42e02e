/** Writes `tests/fixtures/bad-files/`: `npm run bad-files`. The same bytes each time; large ones are made by the tests that need them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badGeoFiles } from './bad-files/geo.ts';
import { badSpreadsheets } from './bad-files/spreadsheet.ts';

const folder = join(import.meta.dirname, '..', 'tests', 'fixtures', 'bad-files');

const halves = [
  { name: 'spreadsheet', files: badSpreadsheets },
  { name: 'geo', files: badGeoFiles },
] as const;

for (const { name, files } of halves) {
  rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, name), { recursive: true });
  let size = 0;
  for (const file of files) {
    if (file.isLarge) continue;
    const bytes = file.make();
    size += bytes.length;
    writeFileSync(join(folder, name, file.name), bytes);
  }
  console.log(`${name}: ${files.length} 个，写入 ${Math.ceil(size / 1000)} kB`);
}
