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
});
