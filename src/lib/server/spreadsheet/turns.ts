/** Lets a few do something at once and the others wait, first come first served. */
export type Turns = <Answer>(
  task: () => Promise<Answer>,
  leaving?: Leaving<Answer>,
) => Promise<Answer>;

/** Whoever `signal` tells to leave while waiting is answered with this at once; the task is never begun. */
export interface Leaving<Answer> {
  readonly signal: AbortSignal;
  readonly answer: Answer;
}

export function createTurns(atOnce: number): Turns {
  // In the order in which they came.
  const waiting = new Set<() => void>();
  let running = 0;

  /** Resolves when the turn has come, or with `false` when it is left. */
  function turn(signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve(false);
      if (running < atOnce) {
        running += 1;
        return resolve(true);
      }
      const go = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = (): void => {
        waiting.delete(go);
        resolve(false);
      };
      waiting.add(go);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  return async (task, leaving) => {
    const hasCome = await turn(leaving?.signal);
    if (leaving && !hasCome) return leaving.answer;
    try {
      return await task();
    } finally {
      // The place goes to the next in line, or is free.
      const [next] = waiting;
      if (next === undefined) running -= 1;
      else {
        waiting.delete(next);
        next();
      }
    }
  };
}
