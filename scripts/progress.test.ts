import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('progress.ts', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

function json(...args: readonly string[]) {
  const text = execFileSync(process.execPath, [script, '--json', ...args], { cwd: root });
  return JSON.parse(text.toString()) as { targets: Record<string, unknown>[] };
}

describe('npm run progress on the real data', () => {
  it('answers at the end of 2020 what the brief says, and no more', () => {
    const [national, provincial, township] = json('--at', '2020-12-31').targets;
    expect(national).toMatchObject({ low: 0, required: 4, stated: 6, unnamed: 4 });
    expect(national).toMatchObject({ statements: [{ named: { confirmed: 0, inferred: 2 } }] });
    expect(provincial).toMatchObject({ low: 0, required: 5, pipeline: { applied: 10 } });
    expect(township).toMatchObject({ denominator: 90, required: 50 });
  });

  it('answers today that nobody knows', () => {
    const [national] = json().targets;
    expect(national).toMatchObject({ low: 0, high: 10, required: 4, outcome: 'undetermined' });
    const members =
      'id track low high denominator required gap outcome metOn expected underReview pipeline stated unnamed notReported events';
    expect(Object.keys(national ?? {})).toEqual(expect.arrayContaining(members.split(' ')));
  });
});

describe('a call that is off', () => {
  it.each([
    [['--at', '2020-13'], 2, '日期不存在'],
    [['--at', '2020-12'], 2, '应为完整日期'],
    [['--at', '2999-01-01'], 2, '日期在未来'],
    [['--known-at', 'yesterday'], 2, '--known-at yesterday'],
    [['--bogus'], 2, '--bogus'],
    [['--data', 'nowhere'], 1, '“nowhere”：没有这个目录'],
  ])('%o ends with %i and one clear line', (args, code, line) => {
    const { status, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: root });
    expect(status).toBe(code);
    expect(stderr.toString().split('\n')[0]).toContain(line);
    expect(stderr.toString()).not.toMatch(/\n {4}at /);
  });
});
