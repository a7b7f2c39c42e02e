/** `npm run audit-verify`: proves the audit log, or names its first row that is not as written. */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tryTamperings } from '../src/lib/server/audit/tampering-trial.ts';
import { compareEvents, type EventsAgainstLog } from '../src/lib/server/audit/verify-events.ts';
import { verifyChain, type Anchor, type Verification } from '../src/lib/server/audit/verify.ts';
import { config } from '../src/lib/server/config.ts';
import { databaseAddress, openDatabaseAt, openMigrated } from '../src/lib/server/db/open.ts';
import { DatabaseUnavailable } from '../src/lib/server/db/unavailable.ts';
import { readKeys } from '../src/lib/server/keys.ts';

const help = `用法 Usage: npm run audit-verify [-- --since NUMBER:HASH] [--json]
       npm run audit-verify -- --self-test [--times 10000]

核验操作日志：逐行重算校验值、密钥标记和末尾封印，并与状态记录对照。数据库由 VAR_DIR 或 DATABASE_URL 指定，只读。
Proves the audit log of the site VAR_DIR or DATABASE_URL names; reads only.

  --since N:HASH  上次核验打印的末行，另存于别处；用来发现整库回退
                  the last row as printed by an earlier run: finds a log put back to an older state
  --json          JSON instead of words
  --self-test     在临时数据库中随机篡改，看能否全部发现
                  tampers at random with a log of its own and counts what is found
  --times N       how many tamperings (default 10000)
  --help          this text

退出码 Exit codes: 0 完整 whole; 1 不完整 not whole; 2 无法核验 the call is off, or nothing to read.`;

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        since: { type: 'string' },
        json: { type: 'boolean', default: false },
        'self-test': { type: 'boolean', default: false },
        times: { type: 'string', default: '10000' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

function readAnchor(text: string): Anchor {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) {
    return fail(`--since ${text}: 应为“行号:校验值” / expected NUMBER:HASH\n\n${help}`);
  }
  return { seq: Number(seq), hash };
}

const args = readArguments();
if (args.help) {
  console.log(help);
  process.exit(0);
}
if (args['self-test']) process.exit(await selfTest());
process.exit(await verify());

async function verify(): Promise<number> {
  const anchor = args.since === undefined ? undefined : readAnchor(args.since);
  const settings = config();
  const keys = await readKeys(settings, { mustExist: true });
  if (keys.status === 'invalid') return fail(keys.message);
  try {
    const database = openDatabaseAt(databaseAddress(settings), { mustExist: true });
    try {
      const { chain, events } = await database.snapshot(async (read) => ({
        chain: await verifyChain(read, keys.keys.audit, anchor),
        events: await compareEvents(read),
      }));
      console.log(args.json ? JSON.stringify({ chain, events }, null, 2) : inWords(chain, events));
      const isWhole = chain.status === 'whole' && events.withoutRow.length === 0;
      const { withoutEvent, placesUnlike } = events;
      return isWhole && withoutEvent.length === 0 && placesUnlike.length === 0 ? 0 : 1;
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return fail(error.message);
    const reason = error instanceof Error ? error.message : String(error);
    return fail(`无法读取数据库 / the database cannot be read: ${reason}`);
  }
}

function inWords(chain: Verification, events: EventsAgainstLog): string {
  return [...chainLines(chain), ...eventLines(events)].join('\n');
}

function chainLines(chain: Verification): readonly string[] {
  if (chain.status === 'whole') {
    const { last } = chain;
    const noted = last
      ? `末行 last row: ${String(last.seq)}:${last.hash}（请另存，供下次 --since 使用 / keep it elsewhere for --since）`
      : '日志为空 the log is empty';
    return [`操作日志完整，共 ${String(chain.rows)} 行。 The audit log is whole.`, noted];
  }
  const key =
    '若更换过密钥文件或 AUDIT_KEY，请换回原来的。 Was the key replaced? Then put it back.';
  return [
    `操作日志不完整：${faultWords(chain)}`,
    `此前 ${String(chain.rows)} 行完好。 Rows before it that are as written: ${String(chain.rows)}.`,
    ...(chain.kind === 'altered' && chain.row === 1 ? [key] : []),
  ];
}

function faultWords(fault: Extract<Verification, { readonly status: 'broken' }>): string {
  const row = String(fault.row);
  switch (fault.kind) {
    case 'altered':
      return `第 ${row} 行被改动。 Row ${row} was altered.`;
    case 'removed':
      return `第 ${row} 行被删除。 Row ${row} was removed.`;
    case 'inserted':
      return `第 ${row} 行是插入的。 Row ${row} was inserted.`;
    case 'moved':
      return `第 ${row} 行被移到第 ${String(fault.place)} 行。 Row ${row} was moved to ${String(fault.place)}.`;
    case 'seal':
      return {
        missing: `末尾封印被删除。 The seal was removed.`,
        altered: `末尾封印被改动。 The seal was altered.`,
        behind: `末尾封印被换成旧的。 The seal was put back to an older one.`,
      }[fault.seal];
    case 'rolled-back':
      return `从第 ${row} 行起与另存的记录不符，日志曾被整体回退。 From row ${row} on it is not the log that was noted down: it was put back.`;
  }
}

function eventLines(compared: EventsAgainstLog): readonly string[] {
  const { events, quotas, places, withoutRow, withoutEvent, placesUnlike } = compared;
  if (withoutRow.length === 0 && withoutEvent.length === 0 && placesUnlike.length === 0) {
    return [
      `经审核写入的状态记录 ${String(events)} 条、分解任务 ${String(quotas)} 条、位置 ${String(places)} 个，均有日志。 Every approved event, quota and position has its row.`,
    ];
  }
  return [
    ...placesUnlike.map(
      (id) =>
        `报送 ${id} 的位置与日志不符。 The positions of the submission ${id} are not those of the log.`,
    ),
    ...withoutRow.map((id) => `状态记录 ${id} 没有日志。 The event ${id} has no row.`),
    ...withoutEvent.map(
      (id) => `日志中的状态记录 ${id} 不存在。 The event ${id} of the log is gone.`,
    ),
  ];
}

async function selfTest(): Promise<number> {
  const tamperings = Number(args.times);
  if (!Number.isInteger(tamperings) || tamperings < 1)
    return fail(`--times ${args.times}\n\n${help}`);
  const folder = mkdtempSync(join(tmpdir(), 'audit-self-test-'));
  try {
    const database = await openMigrated(join(folder, 'log.sqlite'));
    const dice = (below: number) => randomInt(below);
    const trial = await tryTamperings({ database, rows: 200, tamperings, dice });
    await database.close();
    if (args.json) console.log(JSON.stringify(trial, null, 2));
    else {
      const { found, named } = trial;
      console.log(
        `篡改 ${String(tamperings)} 次，发现 ${String(found)} 次，行号正确 ${String(named)} 次。`,
      );
      console.log(
        `tampered ${String(tamperings)}, found ${String(found)}, right row ${String(named)}`,
      );
      for (const fault of trial.faults.slice(0, 20)) console.log(fault);
    }
    return trial.faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
