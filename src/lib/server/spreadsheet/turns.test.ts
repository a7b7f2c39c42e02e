import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('lets two at once and the others wait in line, also after one failed', async () => {
  const inTurn = createTurns(2);
  const started: number[] = [];
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const all = [0, 1, 2, 3, 4].map((number) =>
    inTurn(async () => {
      started.push(number);
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((end) => (ends[number] = end));
      running -= 1;
      if (number === 0) throw new Error('one fails');
      return number;
    }).catch(() => -1),
  );
  const settle = (): Promise<void> => new Promise((go) => setTimeout(go, 5));
  await settle();
  expect(started).toEqual([0, 1]);
  ends[0]?.();
  await settle();
  expect(started).toEqual([0, 1, 2]);
  for (const number of [1, 2, 3, 4]) {
    ends[number]?.();
    await settle();
  }
  expect(await Promise.all(all)).toEqual([-1, 1, 2, 3, 4]);
  expect(started).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});
