/** The last few answers of a dear question: leafing through pages of a preview works nothing out anew. */

export interface Remembered<Answer> {
  /** The answer of that key, where it is remembered. */
  recall(key: string): Promise<Answer> | undefined;
  /** The same, or else what `ask` answers, remembered from now on. */
  remember(key: string, ask: () => Promise<Answer>): Promise<Answer>;
}

/** At most `most` answers; one that is not `isLasting` (for want of time or memory) may be asked again. */
export function createRemembered<Answer>(
  most: number,
  isLasting: (answer: Answer) => boolean,
): Remembered<Answer> {
  const remembered = new Map<string, Promise<Answer>>();

  function recall(key: string): Promise<Answer> | undefined {
    const known = remembered.get(key);
    if (!known) return undefined;
    // The one that was asked for last is forgotten last.
    remembered.delete(key);
    remembered.set(key, known);
    return known;
  }

  return {
    recall,
    remember(key, ask) {
      const known = recall(key);
      if (known) return known;
      const asked = ask();
      remembered.set(key, asked);
      const forget = () => void (remembered.get(key) === asked && remembered.delete(key));
      asked.then((answer) => void (!isLasting(answer) && forget()), forget);
      const [oldest] = remembered.keys();
      if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
      return asked;
    },
  };
}
