/** One process that starts on a database: migrates, seeds, and prints what of both fell to it. */
import { realData } from '../../../src/lib/server/data/data-copy.ts';
import { openDatabaseAt } from '../../../src/lib/server/db/open.ts';
import { migrate } from '../../../src/lib/server/db/migrate.ts';
import { seed } from '../../../src/lib/server/facts/seed.ts';
import { audit, now } from '../site.ts';

const [address = ''] = process.argv.slice(2);
const database = openDatabaseAt(address);
const migrated = await migrate(database, address);
const { status } = await seed(database, realData, audit, now);
await database.close();
console.log(JSON.stringify({ migrated: migrated.length, status }));
