/** Which changes of a ledger wait for approval already, in a report that was submitted before. */
import type { PartialDate } from '../../domain/date.ts';
import { decide, type Actor } from '../../domain/permission.ts';
import { sourceIdOf } from '../../domain/proposed-events.ts';
import type { Change } from '../../domain/submission.ts';
import type { Database } from '../db/database.ts';
import { proposalsChangedAt, readProposals } from '../facts/read-proposals.ts';
import { createRemembered } from '../kept-files/remembered.ts';
import { fromJsonBytes } from '../kept-files/row-pages.ts';

/** The same unit at the same stage; the date may be another. */
export interface ChangeUnderReview {
  /** Id of the submission it stands in. */
  readonly submission: string;
  readonly effective: PartialDate;
  /** Whether who asks may look at that submission. */
  readonly isReadable: boolean;
}

export interface ChangesUnderReview {
  /** Of how many changes of the ledger. */
  readonly count: number;
  /** `null`: none that waits. */
  of(change: Change): ChangeUnderReview | null;
}

type Found = Omit<ChangeUnderReview, 'isReadable'>;

function keyOf(
  change: Pick<Exclude<Change, { kind: 'retraction' }>, 'division' | 'track' | 'stage'>,
) {
  return [change.track, change.division, change.stage].join(' ');
}

/** What is under review, by unit and stage. */
async function readUnderReview({
  read,
}: Pick<Database, 'read'>): Promise<ReadonlyMap<string, Found>> {
  const underReview = new Map<string, Found>();
  for (const event of await readProposals(read)) {
    if (event.kind === 'retraction') continue;
    const submission = event.source.slice(sourceIdOf('').length);
    underReview.set(keyOf(event), { submission, effective: event.effective });
  }
  return underReview;
}

/** Asks of a ledger that was judged, by the JSON of its changes; what is under review is read anew only where it has changed. */
export function createChangesUnderReview(
  database: Database,
): (actor: Actor, judged: { readonly changes: Uint8Array }) => Promise<ChangesUnderReview> {
  const { remember } = createRemembered<ReadonlyMap<string, Found>>(1, () => true);
  return async (actor, judged) => {
    const { read } = database;
    const underReview = await remember(await proposalsChangedAt(read), () =>
      readUnderReview(database),
    );
    const foundOf = (change: Change): Found | null =>
      change.kind === 'retraction' ? null : (underReview.get(keyOf(change)) ?? null);
    const changes = underReview.size === 0 ? [] : fromJsonBytes<Change>(judged.changes);
    const found = changes.flatMap((change) => foundOf(change) ?? []);
    const ids = [...new Set(found.map(({ submission }) => submission))];
    const rows =
      ids.length === 0
        ? []
        : await read
            .selectFrom('submission')
            .select(['id', 'division', 'author'])
            .where('id', 'in', ids)
            .execute();
    const readable = new Set(
      rows
        .filter((subject) => decide(actor, 'submission.read', subject).status === 'allowed')
        .map(({ id }) => id),
    );
    return {
      count: found.length,
      of(change) {
        const one = foundOf(change);
        return one && { ...one, isReadable: readable.has(one.submission) };
      },
    };
  };
}
