/**
 * `npm run chaos`: kills the server again and again while approvals are being made over HTTP, and
 * counts what was lost. A kill takes the process, not the machine: that a commit is on the disk when
 * the power fails rests on SQLite's synchronous=FULL, which no kill can try.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { approve } from './chaos/approve.ts';
import { check } from './chaos/check.ts';
import { inNewOffice, prepareOffice } from './chaos/prepare-office.ts';
import { startServer } from './chaos/server.ts';

const help = `用法 Usage: npm run chaos [-- --times 200] [--keep]

在临时目录中运行真实的站点（SQLite），多人同时通过网页审核，随机时刻 kill -9，
重启后核对：已答复的审核一条不少，状态记录与日志一一对应，日志链完整。先执行 npm run build。
Runs the real site in a temporary folder, approves over HTTP, kills it at random moments and checks.

  --times N   how many kills (default 200)
  --keep      keep the folder and print where it is
  --help      this text

退出码 Exit codes: 0 nothing lost; 1 something lost; 2 the call is off.`;

/** People who approve at once. */
const approverCount = 4;
/** Reports for each kill; what is left over waits for the next. */
const reportsPerKill = 12;
/** Milliseconds from the first approval within which the kill comes. */
const killWithin = 2500;

function readArguments() {
  try {
    return parseArgs({
      options: {
        times: { type: 'string', default: '200' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exit(2);
  }
}

const args = readArguments();
if (args.help) {
  console.log(help);
  process.exit(0);
}
const times = Number(args.times);
if (!Number.isInteger(times) || times < 1 || times > 250) {
  console.error(`--times ${args.times}: 1–250\n\n${help}`);
  process.exit(2);
}

const varDir = mkdtempSync(join(tmpdir(), 'chaos-'));
process.on('exit', () => {
  if (args.keep) console.log(varDir);
  else rmSync(varDir, { recursive: true, force: true });
});
process.exit(await run());

async function run(): Promise<number> {
  console.log('正在准备账号和报送 / preparing accounts and reports …');
  const prepared = await inNewOffice(varDir, () =>
    prepareOffice(approverCount, times * reportsPerKill),
  );
  const waiting = [...prepared.submissions];
  const acknowledged = new Set<string>();
  const counts = { acknowledged: 0, refused: 0, unanswered: 0, busy: 0, 'not-asked': 0 };
  let killsMidway = 0;

  for (let kill = 1; kill <= times; kill += 1) {
    const server = await startServer(varDir);
    let isKilled = false;
    const open: string[] = [];
    let isMidway = false;
    const people = prepared.approvers.map(async (cookie) => {
      for (;;) {
        const id = isKilled ? undefined : waiting.shift();
        if (id === undefined) return;
        const approval = await approve(server.address, cookie, id);
        counts[approval] += 1;
        if (approval === 'acknowledged') acknowledged.add(id);
        else if (approval === 'refused' || approval === 'busy') waiting.unshift(id);
        else open.push(id);
        isMidway ||= approval === 'unanswered';
      }
    });
    await new Promise((resolve) => setTimeout(resolve, Math.random() * killWithin));
    isKilled = true;
    await server.kill();
    await Promise.all(people);

    const { approved, auditRows, losses } = await check(varDir, acknowledged);
    if (isMidway) killsMidway += 1;
    waiting.unshift(...waiting.splice(0).filter((id) => !approved.has(id)));
    waiting.unshift(...open.filter((id) => !approved.has(id)));
    if (losses.length > 0) {
      console.error(`kill ${String(kill)}:\n${losses.join('\n')}`);
      return 1;
    }
    if (kill % 10 === 0 || kill === times) {
      console.log(
        `${String(kill)}/${String(times)} kills: ${String(acknowledged.size)} answered, ${String(approved.size)} approved, ${String(auditRows)} audit rows, nothing lost`,
      );
    }
  }
  return report();

  async function report(): Promise<number> {
    const { approved, auditRows, losses } = await check(varDir, acknowledged);
    const written = approved.size - acknowledged.size;
    const lines: readonly (readonly [string, number])[] = [
      ['强制终止 kills', times],
      ['其中打断审核 of these, in the middle of an approval', killsMidway],
      ['审核已答复 approvals answered', counts.acknowledged],
      ['审核无答复 approvals without an answer', counts.unanswered],
      ['  其中已写入 of these, written', written],
      ['因他人先办而重试 tried again, the effect had changed', counts.refused],
      ['因繁忙而重试 tried again, the site was busy', counts.busy],
      ['状态已通过 approved in the database', approved.size],
      ['日志行数 rows of the audit log', auditRows],
      ['丢失 lost', losses.length],
    ];
    for (const [what, count] of lines) console.log(`${what}: ${String(count)}`);
    if (losses.length > 0) return 1;
    // A drill in which nothing was approved, or nothing was interrupted, has shown nothing.
    if (acknowledged.size > 0 && (killsMidway > 0 || times < 10)) return 0;
    console.error(
      '没有审核被打断，演练无效 / no approval was interrupted: the drill shows nothing',
    );
    return 1;
  }
}
