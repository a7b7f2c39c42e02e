/** The two weights of script in DESIGN §9, held by every change and not by the bench alone. */
import { expect, it } from 'vitest';
import { figures } from '../bench/figures.ts';
import { measureScripts } from '../bench/script-weight.ts';
import { originOf } from './visit.ts';

it('the home page fetches no more script than its budget, and no map engine uninvited', async () => {
  const weights = await measureScripts(`${originOf('site')}/`);
  expect(weights).toHaveLength(5);
  for (const { device, bytes, mayLoadEngine, engineFiles } of weights) {
    expect(bytes / 1000, device).toBeLessThanOrEqual(figures.scriptBeforeTouch.limit);
    if (!mayLoadEngine) expect(engineFiles, device).toBe(figures.engineUninvited.limit);
  }
}, 180_000);
