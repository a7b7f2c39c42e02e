import { describe, expect, it } from 'vitest';
import { RenderGate } from './render-gate.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the gate', () => {
  it('lets no more run than it may, and all of them in the end', async () => {
    const gate = new RenderGate({ running: 2, waiting: 100, patience: 1000 }, () => 0);
    let running = 0;
    let most = 0;
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      running -= 1;
    };
    const results = await Promise.all(Array.from({ length: 20 }, () => gate.run(task)));
    expect(results.every(({ status }) => status === 'done')).toBe(true);
    expect(most).toBe(2);
  });

  it('begins one task in a turn, so that others are served between', async () => {
    const gate = new RenderGate({ running: 1, waiting: 100, patience: 1000 }, () => 0);
    const order: string[] = [];
    const all = Array.from({ length: 3 }, (_, index) =>
      gate.run(async () => void order.push(`task ${index}`)),
    );
    const served = (async () => {
      for (let index = 0; index < 3; index += 1) {
        await turn();
        order.push('served');
      }
    })();
    await Promise.all([...all, served]);
    expect(order.indexOf('served')).toBeLessThan(order.indexOf('task 2'));
  });

  it('refuses what finds the queue full', async () => {
    const gate = new RenderGate({ running: 1, waiting: 2, patience: 1000 }, () => 0);
    const results = await Promise.all([1, 2, 3, 4].map((value) => gate.run(async () => value)));
    expect(results.map(({ status }) => status)).toEqual(['done', 'done', 'refused', 'refused']);
  });

  it('refuses what has waited too long', async () => {
    let now = 0;
    const gate = new RenderGate({ running: 1, waiting: 10, patience: 100 }, () => now);
    const slow = gate.run(async () => {
      now = 500;
    });
    const late = gate.run(async () => 'late');
    expect((await slow).status).toBe('done');
    expect((await late).status).toBe('refused');
  });

  it(
    'refuses it at that moment, though nothing that runs has ended',
    { timeout: 5_000 },
    async () => {
      const gate = new RenderGate({ running: 1, waiting: 10, patience: 100 });
      let end: () => void = () => undefined;
      const endless = gate.run(() => new Promise<void>((resolve) => (end = resolve)));
      const begun = performance.now();
      const first = gate.run(async () => 'first');
      await new Promise((resolve) => setTimeout(resolve, 50));
      const second = gate.run(async () => 'second');
      expect([await first, await second]).toEqual([{ status: 'refused' }, { status: 'refused' }]);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(150);
      end();
      expect((await endless).status).toBe('done');
      expect(await gate.run(async () => 'third')).toEqual({ status: 'done', value: 'third' });
    },
  );

  it('gives the place back when a task fails', async () => {
    const gate = new RenderGate({ running: 1, waiting: 10, patience: 1000 });
    await expect(gate.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.run(async () => 1)).toEqual({ status: 'done', value: 1 });
  });
});
