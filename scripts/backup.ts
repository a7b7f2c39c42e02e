/** `npm run backup -- FILE`: the whole site in one file, while it goes on. */
import { createAuditLog } from '../src/lib/server/audit/append.ts';
import { databaseAddress } from '../src/lib/server/db/open.ts';
import { placeOf } from '../src/lib/server/db/unavailable.ts';
import { backup } from '../src/lib/server/operations/backup.ts';
import { fail, faultLine, keysPlace, logProof, readPresentKeys, withFile } from './operations.ts';

const help = `用法 Usage: npm run backup -- FILE

把整个站点备份成一个 SQLite 文件，运行中也可以做。写好、检查过、记入操作日志以后才有这个文件名；
已有的文件不覆盖。
Backs the whole site up into one SQLite file while it goes on. The file bears its name only once it
is whole, its audit log has been proved and the site's own log tells of it; a file that is there is
not replaced.

密钥不在数据库里：VAR_DIR/keys.json 须另行保管，没有它就不能恢复。
The keys are not in the database: keep VAR_DIR/keys.json apart from it. Without it nothing can be
restored.

  --help   本说明 this text

环境 Environment: VAR_DIR, DATABASE_URL.
退出码 Exit codes: 0 written; 1 not written, for the reason printed; 2 the call is off.`;

await withFile(help, [], async (file, settings) => {
  const keys = await readPresentKeys(settings);
  const address = databaseAddress(settings);
  const result = await backup({
    address,
    file,
    verifyLog: logProof(keys),
    audit: createAuditLog(keys.audit),
    now: () => Date.now(),
  });
  switch (result.status) {
    case 'written':
      console.log(`已备份 / backed up: ${file}`);
      console.log(
        `密钥不在其中，请另行保管 / the keys are not in it, keep them too: ${keysPlace(settings)}`,
      );
      return 0;
    case 'exists':
      return fail(`文件已存在，未覆盖 / the file exists and was left alone: ${file}`);
    case 'broken':
      return fail(faultLine(result.fault, placeOf(address)));
  }
});
