/** `npm test`: types, lint, unit and browser tests, in this order; stops at the first that fails. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const results = join('var', 'test-results.json');
const binary = (...path: string[]) => join('node_modules', ...path);

const steps = [
  { name: 'sync', script: binary('@sveltejs', 'kit', 'svelte-kit.js'), args: ['sync'] },
  {
    name: 'types',
    script: binary('svelte-check', 'bin', 'svelte-check'),
    args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  { name: 'format', script: binary('prettier', 'bin', 'prettier.cjs'), args: ['--check', '.'] },
  { name: 'lint', script: binary('eslint', 'bin', 'eslint.js'), args: ['.'] },
  {
    name: 'tests',
    script: binary('vitest', 'vitest.mjs'),
    args: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  },
];

mkdirSync('var', { recursive: true });
rmSync(results, { force: true });
for (const { name, script, args } of steps) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${name}: failed`);
    process.exit(status ?? 1);
  }
}
