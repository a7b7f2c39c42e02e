import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { realData } from '../src/lib/server/data/data-copy.ts';

const folder = mkdtempSync(join(tmpdir(), 'commands-'));
afterAll(() => rmSync(folder, { recursive: true }));
const place = (name: string) => join(folder, name);

/** A command with its database under `varDir`. */
function run(command: string, args: readonly string[], varDir = place('var'), dataDir = realData) {
  const script = fileURLToPath(new URL(`${command}.ts`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, VAR_DIR: varDir, DATA_DIR: dataDir, DATABASE_URL: '' },
  });
  return { status, stdout, stderr };
}

const statusFile = join(realData, 'status.json');
const oneLine = /^[^\n]+\n$/;

// Every line is a process of its own.
describe('the commands on the database', { timeout: 120_000 }, () => {
  it.each(['status', 'backup', 'restore', 'copy-database'])('%s explains itself', (command) => {
    const { status, stdout } = run(command, ['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^用法 Usage: npm run /);
    expect(stdout).toMatch(/退出码 Exit codes: 0 /);
    expect(run(command, ['--nonsense']).status).toBe(2);
    expect(run(command, []).status).toBe(2);
  });

  it('carry a site from its facts to a backup, to another place, and back to the same facts', () => {
    const trial = run('status', ['import', statusFile, '--dry-run']);
    expect(trial.stderr).toBe('');
    expect(trial.stdout).toMatch(/将加入 \/ would add: \d+; /);
    const imported = run('status', ['import', statusFile]);
    expect(imported.status).toBe(0);
    expect(imported.stdout).toBe(trial.stdout.replace('将加入 / would add', '已加入 / added'));
    expect(run('status', ['import', statusFile]).stdout).toMatch(/^已加入 \/ added: 0; /);

    expect(run('status', ['export', place('status.json')]).status).toBe(0);
    expect(readFileSync(place('status.json'), 'utf8')).toBe(readFileSync(statusFile, 'utf8'));

    const saved = run('backup', [place('backup.sqlite')]);
    expect(saved.stderr).toBe('');
    expect(saved.stdout).toContain(place('var/keys.json'));

    const elsewhere = place('elsewhere');
    const withoutKeys = run('restore', [place('backup.sqlite')], elsewhere);
    expect(withoutKeys).toMatchObject({ status: 1, stdout: '' });
    expect(withoutKeys.stderr).toMatch(/^没有密钥文件[^\n]+keys\.json\n$/);
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'keys.json'), readFileSync(place('var/keys.json')), {
      mode: 0o600,
    });
    expect(run('restore', [place('backup.sqlite'), '--dry-run'], elsewhere).status).toBe(0);
    expect(run('restore', [place('backup.sqlite')], elsewhere).status).toBe(0);
    expect(run('restore', [place('backup.sqlite')], elsewhere)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^该处已有站点[^\n]+\n$/),
    });

    const copied = run('copy-database', [
      '--from',
      `file:${join(elsewhere, 'forest-cities.sqlite')}`,
      '--to',
      place('copy.sqlite'),
    ]);
    expect(copied.stderr).toBe('');
    expect(copied.stdout).toMatch(/^event +\d+ {2}[0-9a-f]{64} {2}=$/m);
    expect(copied.stdout).not.toContain('≠');

    expect(run('status', ['export', place('again.json')], elsewhere).status).toBe(0);
    expect(readFileSync(place('again.json'), 'utf8')).toBe(readFileSync(statusFile, 'utf8'));
  });

  it('say in one line why they cannot', () => {
    const nowhere = place('nowhere');
    const none = run('status', ['export', place('x.json')], nowhere);
    expect(none).toMatchObject({ status: 1, stderr: expect.stringMatching(oneLine) });
    expect(none.stderr).toContain('there is no such database');
    const same = run('backup', [place('status.json')]);
    expect(same).toMatchObject({ status: 1, stderr: expect.stringMatching(/^文件已存在/) });
    const demo = run('status', ['import', statusFile], place('var'), join(realData, 'demo'));
    expect(demo).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^数据库属于另一个站点/),
    });
    writeFileSync(place('broken.json'), '{"sources":[]}');
    const broken = run('status', ['import', place('broken.json')]);
    expect(broken.status).toBe(1);
    expect(broken.stderr).toContain('broken.json');
  });
});
