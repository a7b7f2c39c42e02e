/** Makes one submission of a file of positions, by the facts as they are at that moment, and submits it. */
import { plainText } from '../../domain/plain-text.ts';
import type { Proposal, ProposedPlace } from '../../domain/submission.ts';
import { draftIn } from '../submissions/edit.ts';
import type { By, SubmissionResult } from '../submissions/submissions.ts';
import { detailOf, rowOf } from '../submissions/submission-rows.ts';
import type { PlaceImportOptions } from './options.ts';
import type { Confirmation, ConfirmPlacesResult } from './place-imports.ts';
import type { JudgedPlaces } from './place-judgement.ts';
import { placesStamp, type PlaceJudgements } from './place-judgements.ts';
import { decisionsText, placesById, type PlacesRecord } from './place-store.ts';

/** How often it is judged anew because something was approved meanwhile. */
const mostAttempts = 3;

export async function confirmPlaces(
  options: PlaceImportOptions,
  judgements: PlaceJudgements,
  by: By,
  id: string,
  confirmation: Confirmation,
): Promise<ConfirmPlacesResult> {
  const { database } = options;
  const missing = (['title', 'publisher'] as const).filter(
    (name) => plainText(confirmation.source[name]) === '',
  );
  if (missing.length > 0) {
    const faults = missing.map((name) => ({ field: `source.${name}`, code: 'required' }) as const);
    return { status: 'invalid', faults };
  }
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const kept = await placesById(database.read, id);
    if (!kept) return { status: 'not-found' };
    if (kept.submission !== null) return submitDraft(options, by, kept.submission);
    const judged = await judgements.judgeKept(kept);
    if (!judged) return { status: 'not-found' };
    const { outcome, stamp } = judged;
    if (outcome.status === 'refused') return outcome;
    if (outcome.fingerprint !== confirmation.fingerprint) return { status: 'changed' };
    if (outcome.isDatumAsked) return { status: 'datum-asked' };
    if (outcome.placeCount === 0) return { status: 'nothing' };
    const unsettled = outcome.counts.doubt + outcome.counts.wrong;
    if (unsettled > 0 && !confirmation.isWithout) return { status: 'unsettled' };
    const result = await makeDraft(options, by, { kept, outcome, stamp, confirmation });
    if (result === 'facts-changed') continue;
    return result.status === 'done' ? submitDraft(options, by, result.submission) : result;
  }
  return { status: 'changed' };
}

interface Confirmed {
  readonly kept: PlacesRecord;
  readonly outcome: JudgedPlaces;
  readonly stamp: string;
  readonly confirmation: Confirmation;
}

async function makeDraft(
  options: PlaceImportOptions,
  by: By,
  { kept, outcome, stamp, confirmation }: Confirmed,
): Promise<ConfirmPlacesResult | 'facts-changed'> {
  const names = await options.names();
  const { id, division, name, hash } = kept;
  const { source, note } = confirmation;
  const proposal: Proposal = {
    changes: [],
    reporting: [],
    source,
    // Written by our own process from what it judged.
    places: JSON.parse(new TextDecoder().decode(outcome.places)) as ProposedPlace[],
    ...(note !== undefined && note !== '' && { note }),
  };
  return options.database.write(async (write): Promise<ConfirmPlacesResult | 'facts-changed'> => {
    const present = await placesById(write, id);
    if (!present) return { status: 'not-found' };
    if (present.submission !== null) return { status: 'done', submission: present.submission };
    if (decisionsText(present.choices) !== decisionsText(kept.choices)) {
      return { status: 'changed' };
    }
    if ((await placesStamp(write)) !== stamp) return 'facts-changed';
    const drafted = await draftIn(options, write, by, {
      division,
      proposal,
      key: `places-${id}`,
      names,
      details: { ledger: name, sha256: hash, rows: outcome.rowCount },
    });
    switch (drafted.status) {
      case 'done': {
        const submission = drafted.submission.id;
        await write.updateTable('ledger').set({ submission }).where('id', '=', id).execute();
        return { status: 'done', submission };
      }
      case 'refused':
        return { status: 'not-allowed', decision: drafted.decision };
      case 'invalid':
        return drafted;
      case 'clash':
      case 'wrong-state':
      case 'effect-changed':
        // The key is of this file alone: the draft is there already.
        return { status: 'done', submission: drafted.submission.id };
      case 'not-found':
        return drafted;
    }
  });
}

/** Also where the first attempt ended between the two: the draft it left is submitted as it is. */
async function submitDraft(
  options: PlaceImportOptions,
  by: By,
  id: string,
): Promise<ConfirmPlacesResult> {
  const { database, submissions } = options;
  const names = await options.names();
  const draft = await database.snapshot(async (read) => {
    const row = await rowOf(read, id);
    return row ? detailOf(read, row, names) : null;
  });
  if (!draft) return { status: 'not-found' };
  if (draft.state !== 'draft') return { status: 'done', submission: id };
  const result = await submissions.submit(by, id, draft.version, draft.proposal);
  return toldOf(result, id);
}

function toldOf(result: SubmissionResult, id: string): ConfirmPlacesResult {
  switch (result.status) {
    case 'refused':
      return { status: 'not-allowed', decision: result.decision };
    case 'invalid':
      return { status: 'invalid', faults: result.faults };
    case 'not-found':
      return { status: 'not-found' };
    case 'done':
    case 'clash':
    case 'wrong-state':
    case 'effect-changed':
      return { status: 'done', submission: id };
  }
}
