/** One process that raises a number in the database, reading it first, as often as it is told. */
import { openDatabaseAt } from '../../../src/lib/server/db/open.ts';
import { countUp } from '../count-up.ts';

const [address = '', times = ''] = process.argv.slice(2);
const database = openDatabaseAt(address);
for (let time = 0; time < Number(times); time += 1) await countUp(database);
await database.close();
