import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { persistently } from './persistently.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Fails so many times, then succeeds. */
function failing(times: number) {
  let left = times;
  return vi.fn(async () => {
    left -= 1;
    if (left >= 0) throw new Error('away');
  });
}

describe('work that must be done in the end', () => {
  it('is done once where it succeeds', async () => {
    const task = failing(0);
    const failed = vi.fn();
    persistently(task, failed).ask();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(task).toHaveBeenCalledTimes(1);
    expect(failed).not.toHaveBeenCalled();
  });

  it('is done again until it succeeds, after longer and longer pauses', async () => {
    const task = failing(3);
    const failed = vi.fn();
    persistently(task, failed, { first: 100, longest: 200 }).ask();
    const done: number[] = [];
    for (const milliseconds of [0, 99, 1, 199, 1, 199, 1, 10_000]) {
      await vi.advanceTimersByTimeAsync(milliseconds);
      done.push(task.mock.calls.length);
    }
    expect(done).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(failed).toHaveBeenCalledTimes(3);
  });

  it('asked for many times at once and failing each time, is tried again once', async () => {
    const task = failing(5);
    const { ask } = persistently(task, () => undefined, { first: 100, longest: 100 });
    for (let i = 0; i < 5; i += 1) ask();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(task).toHaveBeenCalledTimes(6);
  });

  it('is not tried again after the end', async () => {
    const task = failing(5);
    const work = persistently(task, () => undefined, { first: 100, longest: 100 });
    work.ask();
    work.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(task).toHaveBeenCalledTimes(1);
  });
});
