import { decide } from '$lib/domain/permission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { office } from '$lib/server/office.ts';
import { inboxView } from '$lib/view/office/inbox-view.ts';
import type { PageServerLoad } from './$types';

/** What waits: for the county head what the county reports, for the city what is before it. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const { actor } = await requirePermission(event, 'submission.read');
  const { model } = locals;
  const say = sentences[locals.lang];
  const isOfCity = actor.county === null;
  const isHead = decide(actor, 'submission.check').status === 'allowed';
  return whileDatabaseAnswers(event, async () => {
    const { submissions } = office();
    const waiting = await submissions.list(actor, { states: ['submitted'] });
    const awaiting = isOfCity ? 'city' : isHead ? 'county-head' : null;
    const mine = waiting.filter((each) => awaiting === null || each.awaiting === awaiting);
    const inbox = inboxView(
      model.knowledge(null),
      mine.map((submission) => ({
        ...submission,
        effect: submissions.effect(submission),
      })),
      { today: model.today(), county: url.searchParams.get('county') ?? '', reader: actor.id },
      say,
    );
    return { words: say.review.words, inbox };
  });
};
