import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runTask, systemCode } from './worker-task.ts';

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

  it('that nobody waits for any more is ended by its own id', async () => {
    const told = join(folder, 'begun');
    const file = program(
      'given-up',
      `async () => { (await import('node:fs')).writeFileSync(${JSON.stringify(told)}, String(process.pid)); for (;;); }`,
    );
    const waiting = new AbortController();
    const outcome = runTask(file, null, limits, waiting.signal);
    await vi.waitFor(
      () => expect(existsSync(told) && readFileSync(told, 'utf8')).toMatch(/^\d+$/),
      {
        timeout: limits.milliseconds,
        interval: 10,
      },
    );
    const pid = Number(readFileSync(told, 'utf8'));
    expect(process.kill(pid, 0)).toBe(true);
    waiting.abort();
    expect(await outcome).toEqual({ status: 'given-up' });
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 5_000 });
  });

  it('that nobody waited for to begin with is never begun', async () => {
    const told = join(folder, 'never-begun');
    const file = program(
      'never',
      `async () => { (await import('node:fs')).writeFileSync(${JSON.stringify(told)}, ''); }`,
    );
    const outcome = await runTask(file, null, limits, AbortSignal.abort());
    expect(outcome).toEqual({ status: 'given-up' });
    expect(existsSync(told)).toBe(false);
  });

  it('knows nothing of the settings of the server', async () => {
    const file = program('settings', '() => Object.keys(process.env)');
    expect(await runTask(file, null, limits)).toEqual({ status: 'answered', answer: [] });
  });
});

describe('The answer of setpriority(2)', () => {
  function thrownBy(change: () => void): unknown {
    try {
      change();
    } catch (error) {
      return error;
    }
    throw new Error('Nothing was refused.');
  }

  it('is told from an error of ours', () => {
    const { PRIORITY_BELOW_NORMAL: lower } = constants.priority;
    // Above every process id Linux gives (proc(5), pid_max).
    expect(systemCode(thrownBy(() => setPriority(2 ** 22 + 1, lower)))).toBe('ESRCH');
    expect(systemCode(thrownBy(() => setPriority(0.5, lower)))).toBe('');
    expect(systemCode(new Error('anything else'))).toBe('');
    expect(systemCode('no error')).toBe('');
  });
});
