/** Work that must be done in the end, though the database may be away for a while. */

export interface Persistent {
  /** Does it now. Where that fails, it is done again, after longer and longer pauses, until once it succeeds. */
  ask(): void;
  stop(): void;
}

/** Milliseconds before the first new attempt, and the most before any. */
const pauses = { first: 500, longest: 30_000 } as const;

/** `failed` hears of every attempt in vain. */
export function persistently(
  task: () => Promise<void>,
  failed: (error: unknown) => void,
  { first, longest }: { readonly first: number; readonly longest: number } = pauses,
): Persistent {
  let timer: NodeJS.Timeout | undefined;
  let inVain = 0;
  let isStopped = false;

  const ask = (): void => {
    clearTimeout(timer);
    task().then(
      () => {
        inVain = 0;
      },
      (error: unknown) => {
        failed(error);
        if (isStopped) return;
        // However many were asked for at once and failed, one is tried again.
        clearTimeout(timer);
        timer = setTimeout(ask, Math.min(first * 2 ** inVain, longest));
        timer.unref();
        inVain += 1;
      },
    );
  };

  return {
    ask,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
