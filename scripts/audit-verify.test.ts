import BetterSqlite from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuditLog } from '../src/lib/server/audit/append.ts';
import { openDatabase, sqliteFile } from '../src/lib/server/db/open.ts';
import { readKeys } from '../src/lib/server/keys.ts';

const script = join(import.meta.dirname, 'audit-verify.ts');
let varDir: string;

beforeEach(() => {
  varDir = mkdtempSync(join(tmpdir(), 'audit-verify-'));
});
afterEach(() => rmSync(varDir, { recursive: true }));

function run(...args: string[]) {
  const env = { PATH: process.env['PATH'], VAR_DIR: varDir };
  return spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });
}

async function writeRows(count: number): Promise<void> {
  const read = await readKeys({ varDir, auditKey: null, authSecret: null });
  if (read.status === 'invalid') throw new Error(read.message);
  const log = createAuditLog(read.keys.audit);
  const database = await openDatabase({ databaseUrl: null, varDir });
  await database.write(async (write) => {
    for (let row = 0; row < count; row += 1) {
      const at = '2026-03-01T02:03:04.005Z';
      await log.append(write, { at, actor: null, action: 'session.refused', subject: 'x' });
    }
  });
  await database.close();
}

function tamper(statement: string): void {
  const database = new BetterSqlite(join(varDir, sqliteFile));
  database.exec(`drop trigger if exists audit_no_update; drop trigger if exists audit_no_delete;`);
  database.exec(statement);
  database.close();
}

describe('npm run audit-verify', () => {
  it('answers 0 for a whole log, and the row to keep for next time', async () => {
    await writeRows(3);
    const first = run();
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('操作日志完整，共 3 行');
    const last = /3:[0-9a-f]{64}/.exec(first.stdout)?.[0] ?? '';
    await writeRows(1);
    expect(run('--since', last).status).toBe(0);
    const other = `${last.slice(0, -1)}${last.endsWith('0') ? '1' : '0'}`;
    const since = run('--since', other);
    expect([since.status, since.stdout]).toEqual([1, expect.stringContaining('从第 3 行起')]);
  });

  it('answers 1 and names the row', async () => {
    await writeRows(3);
    tamper(`update audit set subject = 'y' where seq = 2`);
    const altered = run();
    expect(altered.status).toBe(1);
    expect(altered.stdout).toContain('第 2 行被改动。 Row 2 was altered.');
    const json = run('--json');
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ chain: { kind: 'altered', row: 2, rows: 1 } });
  });

  it('answers 1 where an approved event has no row, however whole the chain', async () => {
    await writeRows(1);
    tamper(`
      pragma foreign_keys = off;
      insert into event (id, kind, division, track, stage, effective, certainty, recorded_at, source, submission)
      values ('E1', 'reached', '131082', 'national', 'named', '2025', 'confirmed', '2026-01-01T00:00:00+08:00', 's', 'R1')`);
    const { status, stdout } = run();
    expect([status, stdout]).toEqual([1, expect.stringContaining('状态记录 E1 没有日志')]);
  });

  it('answers 2 where there is nothing to verify, and makes nothing', () => {
    const { status, stderr } = run();
    expect([status, stderr]).toEqual([2, expect.stringContaining('keys.json')]);
    expect(readdirSync(varDir)).toEqual([]);
  });

  it.each([['--sinc'], ['--since', '3'], ['--self-test', '--times', '0']])(
    'answers 2 for %s',
    async (...args) => {
      await writeRows(1);
      const { status, stderr } = run(...args);
      expect([status, stderr]).toEqual([2, expect.stringContaining('Usage')]);
    },
  );

  it('tries itself', () => {
    const { status, stdout } = run('--self-test', '--times', '32', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ tamperings: 32, found: 32, named: 32, faults: [] });
  });
});
