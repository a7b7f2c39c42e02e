/** `npm run status -- export FILE | import FILE`: the facts of a site, out of its database and into it. */
import { randomUUID } from 'node:crypto';
import { rmSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { statusSchema } from '../src/lib/domain/status.ts';
import { statusText } from '../src/lib/export/status-as-of.ts';
import { createAuditLog } from '../src/lib/server/audit/append.ts';
import type { Config } from '../src/lib/server/config.ts';
import { faultLines, type Fault } from '../src/lib/server/data/fault.ts';
import { readJsonFile } from '../src/lib/server/data/read-file.ts';
import { openDatabase } from '../src/lib/server/db/open.ts';
import { asUnavailable } from '../src/lib/server/db/unavailable.ts';
import type { Facts } from '../src/lib/server/facts/append-facts.ts';
import { databaseSource } from '../src/lib/server/facts/database-source.ts';
import { importFacts, planImport } from '../src/lib/server/facts/import-facts.ts';
import { fileSource } from '../src/lib/server/file-source.ts';
import { readKeys } from '../src/lib/server/keys.ts';
import { announceChange } from '../src/lib/server/live/watch-changes.ts';
import { fail, parsed, withSettings } from './operations.ts';

const help = `用法 Usage: npm run status -- export FILE
           npm run status -- import FILE [--dry-run]

导出或导入站点的事实（依据、汇总表述、记录、填报截止），格式与 data/status.json 和
/api/v1/status.json 相同。导入先作与 npm run validate 相同的检查；已有且相同的跳过，同一标识而内容
不同的是错误；有错误时什么也不写入。导入空数据库即以此文件代替 DATA_DIR 中的 status.json。
Exports or imports the facts of a site, in the shape of data/status.json and /api/v1/status.json.
An import makes the checks of npm run validate first, skips what is there already, and writes
nothing where there is a fault, or an id with other content. Into an empty database it takes the
place of DATA_DIR's own status.json.

  --dry-run   只说明会加入什么 only say what would be added
  --help      本说明 this text

环境 Environment: DATA_DIR, VAR_DIR, DATABASE_URL.
退出码 Exit codes: 0 done; 1 not, for the reasons printed; 2 the call is off.`;

function failWith(faults: readonly Fault[]): never {
  return fail(faultLines(faults, 'zh-CN').join('\n'));
}

/** The file appears whole, or the old one stays. */
function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${randomUUID()}`;
  try {
    writeFileSync(temporary, text, { flush: true });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    fail(`不能写入文件 / the file cannot be written: ${reason}`);
  }
}

function printAdded(added: Facts): void {
  const { sources, statements, events, reporting, quotas, places } = added;
  for (const { id, title } of sources) console.log(`+ 依据 source ${id} ${title}`);
  for (const { id, track, stage, count } of statements) {
    console.log(`+ 汇总表述 statement ${id} ${track} ${stage} ${count}`);
  }
  for (const event of events) {
    const what = event.kind === 'reached' ? `${event.stage} ${event.effective}` : event.retracts;
    const { id, division, track, kind } = event;
    console.log(`+ 记录 event ${id} ${division} ${track} ${kind} ${what}`);
  }
  for (const { division, track, completeTo } of reporting) {
    console.log(`+ 填报截止 reporting ${division} ${track} ${completeTo}`);
  }
  for (const { id, division, track, count, effective } of quotas) {
    console.log(`+ 分解任务 quota ${id} ${division} ${track} ${count} ${effective}`);
  }
  for (const { id, division, geometry } of places) {
    console.log(`+ 位置 place ${id} ${division} ${geometry?.type ?? '收回 taken back'}`);
  }
}

async function exportTo(file: string, settings: Config): Promise<number> {
  const database = await openDatabase(settings, { mustExist: true });
  try {
    const { data } = await databaseSource(database, settings.dataDir)
      .read()
      .catch((error: unknown) => {
        throw asUnavailable(error, settings.databaseUrl ?? settings.varDir);
      });
    writeWhole(file, statusText(data.status));
    console.log(`已导出 / exported: ${file}`);
    return 0;
  } finally {
    await database.close();
  }
}

async function importFrom(file: string, dryRun: boolean, settings: Config): Promise<number> {
  const read = readJsonFile(file, statusSchema);
  if (read.status === 'invalid') return failWith(read.faults);
  const site = await fileSource(settings.dataDir).read();
  const keys = await readKeys(settings);
  if (keys.status === 'invalid') return fail(keys.message);
  const database = await openDatabase(settings);
  try {
    const audit = createAuditLog(keys.keys.audit);
    const options = { database, site, audit, now: () => Date.now() };
    const result = await (dryRun ? planImport : importFacts)(read.value, file, options);
    switch (result.status) {
      case 'refused':
        return fail(result.message);
      case 'invalid':
        return failWith(result.faults);
      case 'imported': {
        if (!dryRun) await announceChange(database);
        printAdded(result.added);
        const count = Object.values(result.added).flat().length;
        const done = dryRun ? '将加入 / would add' : '已加入 / added';
        console.log(`${done}: ${count}; 已有 / there already: ${result.skipped}`);
        return 0;
      }
    }
  } finally {
    await database.close();
  }
}

const { values, positionals } = parsed(
  () =>
    parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  help,
);
const [verb, file, ...others] = positionals;
if (values.help) console.log(help);
else if (file === undefined || others.length > 0) fail(help, 2);
else if (verb === 'export') await withSettings((settings) => exportTo(file, settings));
else if (verb === 'import') {
  await withSettings((settings) => importFrom(file, values['dry-run'], settings));
} else fail(help, 2);
