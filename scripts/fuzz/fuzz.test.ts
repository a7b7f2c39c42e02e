import { describe, expect, it } from 'vitest';
import { readFuzzArguments } from './arguments.ts';
import { kinds } from './fuzz-case.ts';
import { runBatch } from './run-batch.ts';
import { expectUnchanged, sharedNow, withinBounds } from './within-bounds.ts';

describe('Files made by chance', () => {
  // `npm run fuzz` makes a hundred thousand, on threads, and says how to make one again.
  it.each(kinds)(
    '%s: each is read or refused, and judged alike twice',
    async (kind) => {
      const { failure, outcomes } = await runBatch({ kind, seed: 20_261_124, runs: 300 });
      expect(failure?.message ?? '').toBe('');
      expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(300);
      // Not all of one answer: they reach beyond the door.
      expect(Object.keys(outcomes).length).toBeGreaterThan(3);
      expect(Object.keys(outcomes).some((outcome) => /^(ledger|read)/.test(outcome))).toBe(true);
    },
    120_000,
  );

  it('are the same for the same seed', async () => {
    const batch = { kind: 'geojson', seed: 7, runs: 50 } as const;
    expect(await runBatch(batch)).toEqual(await runBatch(batch));
  });
});

describe('What no file may do', () => {
  it('a member put on what all share is seen', () => {
    const before = sharedNow();
    expectUnchanged(before);
    try {
      Reflect.set(Object.prototype, 'polluted', 1);
      expect(() => expectUnchanged(before)).toThrow('Object.prototype has got polluted');
    } finally {
      Reflect.deleteProperty(Object.prototype, 'polluted');
    }
    expectUnchanged(before);
  });

  it('more work than is allowed is seen', async () => {
    const spin = async (): Promise<void> => {
      const start = process.threadCpuUsage();
      for (let spent = 0; spent < 60_000;) {
        const { user, system } = process.threadCpuUsage(start);
        spent = user + system;
      }
    };
    await expect(withinBounds(spin, 50)).rejects.toThrow(/ms of processor time/);
  });

  it('a hundred megabytes are seen', async () => {
    // Enough, whatever else is let go of meanwhile.
    const fill = async () => Array.from({ length: 400 }, () => new Uint8Array(1_000_000));
    await expect(withinBounds(fill)).rejects.toThrow(/MB/);
  });
});

describe('The command line', () => {
  it('asks for a hundred thousand, of every kind', () => {
    const read = readFuzzArguments([]);
    if (read.status !== 'run') throw new Error(read.status);
    const { batches } = read.options;
    expect(batches.reduce((sum, { runs }) => sum + runs, 0)).toBe(100_000);
    expect(new Set(batches.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it('makes one file again by its seed and path', () => {
    const read = readFuzzArguments(['--only', 'csv', '--seed', '9', '--path', '3:1:0']);
    expect(read).toMatchObject({
      status: 'run',
      options: { batches: [{ kind: 'csv', seed: 9, path: '3:1:0' }] },
    });
  });

  it.each([
    ['--runs', '0'],
    ['--seed', 'x'],
    ['--only', 'pdf'],
    ['--path', '1'],
    ['--unknown', '1'],
  ])('%s %s is refused', (...args) => {
    expect(readFuzzArguments(args).status).toBe('wrong');
  });
});
