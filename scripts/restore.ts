/** `npm run restore -- FILE`: a backup into an empty place. */
import { databaseAddress } from '../src/lib/server/db/open.ts';
import { placeOf } from '../src/lib/server/db/unavailable.ts';
import { restore } from '../src/lib/server/operations/restore.ts';
import { fail, faultLine, logProof, readPresentKeys, withFile } from './operations.ts';

const help = `用法 Usage: npm run restore -- FILE [--dry-run]

把备份恢复到空的位置：VAR_DIR 下的数据库文件，或 DATABASE_URL 指定的 PostgreSQL。先检查，后放入；
已有站点的位置不动。先把 keys.json 放回 VAR_DIR：密钥不在备份里。
Restores a backup into an empty place: the database file in VAR_DIR, or the PostgreSQL that
DATABASE_URL names. It is checked first and put in place then; a place with a site is left alone.
Put keys.json back into VAR_DIR first: the keys are not in the backup.

  --dry-run   只检查 check the backup and the place, write nothing
  --help      本说明 this text

环境 Environment: VAR_DIR, DATABASE_URL.
退出码 Exit codes: 0 restored; 1 not, for the reason printed; 2 the call is off.`;

await withFile(help, ['dry-run'], async (file, settings, given) => {
  const verifyLog = logProof(await readPresentKeys(settings));
  const address = databaseAddress(settings);
  const place = placeOf(address);
  const workFolder = settings.varDir;
  const result = await restore({
    file,
    address,
    verifyLog,
    workFolder,
    dryRun: given.has('dry-run'),
  });
  switch (result.status) {
    case 'restored':
      console.log(`已恢复 / restored: ${result.site.programme} → ${place}`);
      return 0;
    case 'restorable':
      console.log(`可以恢复，未写入 / can be restored, nothing written: ${file} → ${place}`);
      return 0;
    case 'not-empty':
      return fail(`该处已有站点，未改动 / there is a site already, left alone: ${place}`);
    case 'broken':
      return fail(faultLine(result.fault, file));
  }
});
