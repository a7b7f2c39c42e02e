import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withData } from '../src/lib/server/data/data-copy.ts';

const script = fileURLToPath(new URL('validate.ts', import.meta.url));

function validate(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  return { status, stderr, lines: stdout.trimEnd().split('\n') };
}

describe('npm run validate', () => {
  it('says in one line what sound data hold', () => {
    const { status, lines } = validate('--lang', 'en');
    expect(status).toBe(0);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^OK Langfang City: 3754 divisions .* Municipal forest township 90, /);
  });

  it('prints one line for each fault, in Chinese unless asked, and ends with 1', () => {
    withData((copy) => {
      copy.json('status.json', (status) => (status.events[3].stage = 'publicised'));
      copy.json('programme.json', (programme) => (programme.thresholds.accelerate = 1));
      const { status, stderr, lines } = validate(copy.directory);
      expect(status).toBe(1);
      expect(stderr).toBe('');
      expect(lines).toEqual([
        `${copy.directory}/programme.json /thresholds/accelerate：界限 1 不小于 onTrack；应为小于 0.95`,
        expect.stringMatching(
          /status\.json \/events\/3\/stage：类别 provincial 没有阶段 “publicised”；应为/,
        ),
      ]);
    });
  });

  it('explains itself', () => {
    const { status, lines } = validate('--help');
    expect(status).toBe(0);
    expect(lines.join('\n')).toContain('--edition');
  });

  it('refuses a command line it does not know with 2', () => {
    expect(validate('--nonsense').status).toBe(2);
    expect(validate('--lang', 'fr').status).toBe(2);
  });
});
