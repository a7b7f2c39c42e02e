/** `npm run copy-database`: a whole site from one database to another, proved table by table. */
import { parseArgs } from 'node:util';
import { openDatabaseAt, openMigrated } from '../src/lib/server/db/open.ts';
import { asUnavailable, placeOf } from '../src/lib/server/db/unavailable.ts';
import {
  copyDatabase,
  isEqual,
  type CopiedTable,
} from '../src/lib/server/operations/copy-database.ts';
import { fail, parsed, withSettings } from './operations.ts';

const help = `用法 Usage: npm run copy-database -- --from ADDRESS --to ADDRESS [--dry-run]

把整个站点从一个数据库搬到另一个，并逐表核对行数和 SHA-256。目标须为空；不符即全部撤销。
地址：postgres://用户:密码@主机/库，或 file:路径。密钥 VAR_DIR/keys.json 不在数据库里，不变。
Copies a whole site from one database to another, as one moment, in one transaction, and compares
counts and SHA-256 of each table. The target must be empty; a difference undoes it all. Addresses:
postgres://user:password@host/name, or file:PATH. The keys, VAR_DIR/keys.json, stay as they are.

  --dry-run   复制并核对后撤销 copy and compare, then undo it (makes the tables, no rows)
  --help      本说明 this text

退出码 Exit codes: 0 copied and equal; 1 not copied, for the reason printed; 2 the call is off.`;

function printTables(tables: readonly CopiedTable[]): void {
  const width = Math.max(...tables.map(({ from }) => from.table.length));
  for (const table of tables) {
    const { from, to } = table;
    const equal = isEqual(table) ? '=' : `≠ ${to.rows} ${to.sha256}`;
    console.log(
      `${from.table.padEnd(width)}  ${String(from.rows).padStart(8)}  ${from.sha256}  ${equal}`,
    );
  }
}

async function copy(from: string, to: string, dryRun: boolean): Promise<number> {
  const source = openDatabaseAt(from, { mustExist: true });
  try {
    const target = await openMigrated(to);
    try {
      const result = await copyDatabase(source, target, { dryRun }).catch((error: unknown) => {
        throw asUnavailable(error, from);
      });
      switch (result.status) {
        case 'copied':
          printTables(result.tables);
          console.log(
            dryRun
              ? '一致，已撤销 / equal, and undone'
              : `已复制，一致 / copied and equal: ${placeOf(from)} → ${placeOf(to)}`,
          );
          return 0;
        case 'mismatch':
          printTables(result.tables);
          return fail('两边不一致，已撤销 / the two differ: undone');
        case 'not-empty':
          return fail(
            `目标不为空，未改动 / the target is not empty, left alone: ${result.tables.join(', ')}`,
          );
        case 'other-version':
          return fail(
            '来源的表不是本版本的，请先用本版本启动它 / the source has tables of another version: start this version on it first',
          );
      }
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

const { values } = parsed(
  () =>
    parseArgs({
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  help,
);
const { from, to } = values;
if (values.help) console.log(help);
else if (from === undefined || to === undefined) fail(help, 2);
else await withSettings(() => copy(from, to, values['dry-run']));
