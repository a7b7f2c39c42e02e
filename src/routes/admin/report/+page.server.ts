import { randomUUID } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { countyCode } from '$lib/domain/division.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission } from '$lib/server/http/guard.ts';
import { boxesFrom } from '$lib/view/office/date-boxes.ts';
import { eventOfId } from '$lib/view/office/proposal-words.ts';
import { emptyReport, type ReportForm } from '$lib/view/office/report-form.ts';
import { actOnReport } from './act-on-report.ts';
import { reportScreen } from './report-screen.ts';
import type { Actions, PageServerLoad } from './$types';

/** An empty report, or one prefilled to correct a record (`?corrects=`). */
export const load: PageServerLoad = async (event) => {
  const { locals, url, request } = event;
  const reviewWords = sentences[locals.lang].review.words;
  // After a POST the action has made the page, also for who is signed out by now.
  if (request.method === 'POST') return { screen: null, reviewWords };
  const { actor } = await requirePermission(event, 'submission.write');
  const { programme } = locals.model.site.data;
  const division = url.searchParams.get('division') ?? actor.county ?? programme.prefecture;
  await requirePermission(event, 'submission.write', { division });
  const empty = emptyReport(randomUUID(), division, locals.model.today());
  const corrects = url.searchParams.get('corrects');
  const form = corrects === null ? empty : correcting(empty, corrects, locals);
  const track = form.track || (url.searchParams.get('track') ?? '');
  return { screen: reportScreen(locals, { form: { ...form, track } }), reviewWords };
};

/** Prefilled with the record that is wrong. 404 where the division has no such record. */
function correcting(empty: ReportForm, id: string, { model }: App.Locals): ReportForm {
  const event = eventOfId(model.site.data.status.events, id);
  const isHere =
    event?.division === empty.division ||
    (event && event.division.length > 6 && countyCode(event.division) === empty.division);
  if (!event || !isHere) error(404);
  return {
    ...empty,
    kind: 'correction',
    retracts: event.id,
    track: event.track,
    stage: event.stage,
    units: event.division === empty.division ? [] : [event.division],
    batch: event.batch ?? '',
    effective: boxesFrom(event.effective),
  };
}

export const actions: Actions = {
  submit: (event) => actOnReport(event, 'submit', null),
  preview: (event) => actOnReport(event, 'preview', null),
  save: (event) => actOnReport(event, 'save', null),
};
