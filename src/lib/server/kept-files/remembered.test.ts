import { describe, expect, it } from 'vitest';
import { createRemembered } from './remembered.ts';

function counted(most: number, isLasting: (answer: string) => boolean = () => true) {
  const asked: string[] = [];
  const { remember, recall } = createRemembered<string>(most, isLasting);
  const ask = (key: string) =>
    remember(key, () => {
      asked.push(key);
      return Promise.resolve(key);
    });
  return { asked, ask, recall };
}

describe('Answers that are remembered', () => {
  it('are asked for once, also by two at the same moment', async () => {
    const { asked, ask } = counted(2);
    expect(await Promise.all([ask('a'), ask('a')])).toEqual(['a', 'a']);
    await ask('a');
    expect(asked).toEqual(['a']);
  });

  it('are forgotten in the order in which they were last asked for', async () => {
    const { asked, ask, recall } = counted(2);
    for (const key of ['a', 'b', 'a', 'c']) await ask(key);
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(recall('b')).toBeUndefined();
    expect(await recall('a')).toBe('a');
  });

  it('are asked for again where they do not last', async () => {
    const { asked, ask } = counted(2, (answer) => answer !== 'refused');
    await ask('refused');
    await ask('refused');
    expect(asked).toEqual(['refused', 'refused']);
  });

  describe('given up', () => {
    function open() {
      const asks: { readonly signal: AbortSignal; readonly answer: (text: string) => void }[] = [];
      const { remember, recall } = createRemembered<string>(2, () => true);
      const ask = (wanted?: AbortSignal) =>
        remember('a', (signal) => new Promise((answer) => asks.push({ signal, answer })), wanted);
      return { asks, ask, recall };
    }

    it('by all who waited are stopped, and asked for anew by the next', async () => {
      const { asks, ask, recall } = open();
      const [one, other] = [new AbortController(), new AbortController()];
      void ask(one.signal);
      void ask(other.signal);
      one.abort();
      expect(asks[0]?.signal.aborted).toBe(false);
      other.abort();
      expect(asks[0]?.signal.aborted).toBe(true);
      expect(recall('a')).toBeUndefined();
      const again = ask();
      asks[0]?.answer('of who gave up');
      asks[1]?.answer('of who sent it again');
      expect(await again).toBe('of who sent it again');
      expect(await recall('a')).toBe('of who sent it again');
    });

    it('by one go on for another who does not leave', async () => {
      const { asks, ask, recall } = open();
      const one = new AbortController();
      void ask(one.signal);
      const other = recall('a');
      one.abort();
      expect(asks[0]?.signal.aborted).toBe(false);
      asks[0]?.answer('known');
      expect(await other).toBe('known');
    });

    it('once they are known stay known', async () => {
      const { asks, ask, recall } = open();
      const one = new AbortController();
      const answer = ask(one.signal);
      asks[0]?.answer('known');
      await answer;
      one.abort();
      expect(await recall('a')).toBe('known');
    });

    it('before they were asked for are stopped at once', () => {
      const { asks, ask, recall } = open();
      void ask(AbortSignal.abort());
      expect(asks[0]?.signal.aborted).toBe(true);
      expect(recall('a')).toBeUndefined();
    });
  });
});
