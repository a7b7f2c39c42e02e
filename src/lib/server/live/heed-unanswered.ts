/** Writes whose commit was not answered: they may stand, and then the pages must show it. */
import { CommitUnanswered, type Database } from '../db/database.ts';

/** The same database; `unsure` is called where a write of it may stand though nobody was told. */
export function heedUnanswered(database: Database, unsure: () => void): Database {
  return {
    ...database,
    write: async (task) => {
      try {
        return await database.write(task);
      } catch (error) {
        if (error instanceof CommitUnanswered) unsure();
        throw error;
      }
    },
  };
}
