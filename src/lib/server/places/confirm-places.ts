/** Makes one submission of a file of positions, by the facts as they are at that moment, and submits it. */
import type { PlaceChoices } from '../../domain/place-import.ts';
import { plainText } from '../../domain/plain-text.ts';
import type { Proposal, ProposedPlace } from '../../domain/submission.ts';
import { takeAsSound } from '../data/check-places.ts';
import { geometryFrom } from '../facts/known-geometry.ts';
import { confirmKeptFile, type Confirming } from '../kept-files/confirm-kept-file.ts';
import type { KeptFileStore } from '../kept-files/kept-file-store.ts';
import { fromJsonBytes } from '../kept-files/row-pages.ts';
import { detailOf, rowOf } from '../submissions/submission-rows.ts';
import type { By, SubmissionResult } from '../submissions/submissions.ts';
import type { PlaceImportOptions } from './options.ts';
import type { Confirmation, ConfirmPlacesResult, KeptPlaces } from './place-imports.ts';
import type { JudgedPlaces } from './place-judgement.ts';
import type { PlacesRefused } from './place-line.ts';
import { placesStamp, type PlaceJudgements } from './place-judgements.ts';
import { decisionsText } from './place-keeping.ts';

type ConfirmingPlaces = Confirming<
  PlaceChoices,
  KeptPlaces,
  JudgedPlaces,
  PlacesRefused,
  ConfirmPlacesResult
>;

export async function confirmPlaces(
  options: PlaceImportOptions,
  store: KeptFileStore<PlaceChoices, KeptPlaces>,
  { judgeKept }: PlaceJudgements,
  by: By,
  id: string,
  confirmation: Confirmation,
): Promise<ConfirmPlacesResult> {
  const missing = (['title', 'publisher'] as const).filter(
    (name) => plainText(confirmation.source[name]) === '',
  );
  if (missing.length > 0) {
    const faults = missing.map((name) => ({ field: `source.${name}`, code: 'required' }) as const);
    return { status: 'invalid', faults };
  }
  const confirming: ConfirmingPlaces = {
    ...{ store, judgeKept, decisionsText, barrierOf },
    stampOf: placesStamp,
    proposalOf: (judged) => proposalOf(judged, confirmation),
    keyPrefix: 'places',
  };
  const drafted = await confirmKeptFile(options, confirming, by, id, confirmation);
  return drafted.status === 'done' ? submitDraft(options, by, drafted.submission) : drafted;
}

function barrierOf({ isDatumAsked, placeCount }: JudgedPlaces): ConfirmPlacesResult | null {
  if (isDatumAsked) return { status: 'datum-asked' };
  return placeCount === 0 ? { status: 'nothing' } : null;
}

function proposalOf(judged: JudgedPlaces, { source, note }: Confirmation): Proposal {
  const places = fromJsonBytes<ProposedPlace>(judged.places);
  // The process that judged them has looked for crossings (place-notes.ts): seconds of a write otherwise.
  for (const { geometry } of places) {
    if (geometry) takeAsSound(geometryFrom(JSON.stringify(geometry)));
  }
  return {
    changes: [],
    reporting: [],
    source,
    places,
    ...(note !== undefined && note !== '' && { note }),
  };
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
