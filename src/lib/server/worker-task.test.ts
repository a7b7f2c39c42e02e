import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runTask } from './worker-task.ts';

const folder = mkdtempSync(join(tmpdir(), 'worker-task-'));
afterAll(() => rmSync(folder, { recursive: true }));

const module = pathToFileURL(join(import.meta.dirname, 'worker-task.ts')).href;

/** A program that answers its task with this. */
function program(name: string, answer: string): URL {
  const file = join(folder, `${name}.ts`);
  writeFileSync(
    file,
    `import { answerTask } from ${JSON.stringify(module)};\nawait answerTask(${answer});\n`,
  );
  return pathToFileURL(file);
}

const limits = { milliseconds: 5_000, megabytes: 64 };

describe('A task in a process of its own', () => {
  it('is answered', async () => {
    const file = program('sum', '(numbers: number[]) => numbers.reduce((a, b) => a + b, 0)');
    expect(await runTask(file, [1, 2, 3], limits)).toEqual({ status: 'answered', answer: 6 });
  });

  it('that never ends is ended, and the server goes on meanwhile', async () => {
    const file = program('for-ever', '() => { for (;;); }');
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 10);
    const outcome = await runTask(file, null, { ...limits, milliseconds: 400 });
    clearInterval(turning);
    expect(outcome).toEqual({ status: 'too-slow' });
    expect(turns).toBeGreaterThan(5);
  });

  it('that takes all memory is ended, and the server lives', async () => {
    const hoard = '() => { const all = []; for (;;) all.push([Math.random(), {}]); }';
    expect(await runTask(program('hoard', hoard), null, { ...limits, megabytes: 32 })).toEqual({
      status: 'out-of-memory',
    });
  });

  it('that throws, or leaves, has failed and says why', async () => {
    const throwing = program('throw', "() => { throw new Error('broken'); }");
    expect(await runTask(throwing, null, limits)).toEqual({ status: 'failed', message: 'broken' });
    const leaving = program('leave', '() => process.exit(3)');
    expect(await runTask(leaving, null, limits)).toMatchObject({ status: 'failed' });
  });

  it('knows nothing of the settings of the server', async () => {
    const file = program('settings', '() => Object.keys(process.env)');
    expect(await runTask(file, null, limits)).toEqual({ status: 'answered', answer: [] });
  });
});
