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

it('lets who gives up leave the line at once, and gives no turn to nobody', async () => {
  const inTurn = createTurns(1);
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => (): Promise<string> => {
    begun.push(name);
    return new Promise((end) => ends.set(name, () => end(name)));
  };
  const first = inTurn(task('first'));
  const lines = Array.from({ length: 30 }, () => new AbortController());
  const given = lines.map(({ signal }, at) =>
    inTurn(task(`given up ${at}`), { signal, answer: 'left' }),
  );
  const last = inTurn(task('last'));
  for (const line of lines) line.abort();
  // While the first still has its turn.
  expect(new Set(await Promise.all(given))).toEqual(new Set(['left']));
  expect(begun).toEqual(['first']);
  ends.get('first')?.();
  expect(await first).toBe('first');
  await new Promise((go) => setImmediate(go));
  expect(begun).toEqual(['first', 'last']);
  ends.get('last')?.();
  expect(await last).toBe('last');
  // The one place is free again, and nobody who left has kept it.
  const free = inTurn(task('free'));
  await new Promise((go) => setImmediate(go));
  expect(begun).toEqual(['first', 'last', 'free']);
  ends.get('free')?.();
  expect(await free).toBe('free');
});

it('begins nothing for who gave up before coming, and lets a begun task answer for itself', async () => {
  const inTurn = createTurns(1);
  let begun = 0;
  const gone = { signal: AbortSignal.abort(), answer: 'left' };
  const counted = (): Promise<string> => {
    begun += 1;
    return Promise.resolve('done');
  };
  expect(await inTurn(counted, gone)).toBe('left');
  expect(begun).toBe(0);
  const line = new AbortController();
  const answered = inTurn(
    async () => {
      await new Promise((go) => line.signal.addEventListener('abort', go));
      return 'its own answer';
    },
    { signal: line.signal, answer: 'left' },
  );
  const next = inTurn(counted);
  await new Promise((go) => setImmediate(go));
  line.abort();
  expect(await answered).toBe('its own answer');
  expect(await next).toBe('done');
  expect(begun).toBe(1);
});
