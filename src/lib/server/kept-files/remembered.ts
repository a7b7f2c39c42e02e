/** The last few answers of a dear question: leafing through pages of a preview works nothing out anew. */

export interface Remembered<Answer> {
  /** The answer of that key, where it is remembered. */
  recall(key: string): Promise<Answer> | undefined;
  /**
   * The same, or else what `ask` answers, remembered from now on. `wanted` says when the caller no longer
   * waits; once nobody does, `ask` is told by its signal, and its answer is not kept.
   */
  remember(
    key: string,
    ask: (signal: AbortSignal) => Promise<Answer>,
    wanted?: AbortSignal,
  ): Promise<Answer>;
}

interface Asked<Answer> {
  readonly answer: Promise<Answer>;
  readonly givenUp: AbortController;
  /** How many wait for the answer, as far as they might leave. */
  waiting: number;
  isAnswered: boolean;
}

/** At most `most` answers; one that is not `isLasting` (for want of time or memory) may be asked again. */
export function createRemembered<Answer>(
  most: number,
  isLasting: (answer: Answer) => boolean,
): Remembered<Answer> {
  const remembered = new Map<string, Asked<Answer>>();

  function find(key: string): Asked<Answer> | undefined {
    const known = remembered.get(key);
    if (!known) return undefined;
    // The one that was asked for last is forgotten last.
    remembered.delete(key);
    remembered.set(key, known);
    return known;
  }

  function forget(key: string, asked: Asked<Answer>): void {
    if (remembered.get(key) === asked) remembered.delete(key);
  }

  /** Who gives no signal waits to the end. */
  function wait(key: string, asked: Asked<Answer>, wanted?: AbortSignal): Promise<Answer> {
    asked.waiting += 1;
    const leave = (): void => {
      asked.waiting -= 1;
      if (asked.waiting > 0 || asked.isAnswered) return;
      // At once: whoever sends the same file again must not be given the answer of who gave it up.
      forget(key, asked);
      asked.givenUp.abort();
    };
    if (wanted?.aborted) leave();
    else wanted?.addEventListener('abort', leave, { once: true });
    return asked.answer;
  }

  function begin(key: string, ask: (signal: AbortSignal) => Promise<Answer>): Asked<Answer> {
    const givenUp = new AbortController();
    const asked = { answer: ask(givenUp.signal), givenUp, waiting: 0, isAnswered: false };
    remembered.set(key, asked);
    asked.answer.then(
      (answer) => {
        asked.isAnswered = true;
        if (!isLasting(answer)) forget(key, asked);
      },
      () => forget(key, asked),
    );
    const [oldest] = remembered.keys();
    if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
    return asked;
  }

  return {
    recall(key) {
      const known = find(key);
      return known && wait(key, known);
    },
    remember: (key, ask, wanted) => wait(key, find(key) ?? begin(key, ask), wanted),
  };
}
