import { error, fail, redirect } from '@sveltejs/kit';
import { decide, type Actor } from '$lib/domain/permission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf } from '$lib/server/http/kept-form.ts';
import { office } from '$lib/server/office.ts';
import { deskView, maxSettled, type DeskSubmission } from '$lib/view/office/desk-view.ts';
import { reportingDivisions } from '$lib/view/office/division-tracks.ts';
import { faultViews } from '$lib/view/office/fault-view.ts';
import { trackName } from '$lib/view/office/proposal-words.ts';
import { overdueDivisions, reportingRows } from '$lib/view/office/reporting-view.ts';
import { choicesOf, lineOf } from '$lib/view/office/typed-text.ts';
import { placeName } from '$lib/view/place-name.ts';
import type { SubmissionSummary } from '$lib/domain/recorded-submission.ts';
import type { Actions, PageServerLoad } from './$types';

/** The county's desk; for the city first what waits, then the county that is chosen. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event;
  const { actor } = await requirePermission(event, 'desk.read');
  const { model } = locals;
  const say = sentences[locals.lang];
  const knowledge = model.knowledge(null);
  const today = model.today();
  const asked = url.searchParams.get('division');
  const code = asked ?? actor.county;
  const divisions = reportingDivisions(knowledge, today);
  if (code !== null && !divisions.some((division) => division.code === code)) error(404);
  if (code !== null) await requirePermission(event, 'desk.read', { division: code });
  return whileDatabaseAnswers(event, async () => {
    const { values } = await office().settings.read();
    const dueDays = values.reportingDueDays;
    const isOfCity = actor.county === null;
    return {
      words: say.desk.words,
      today,
      desk:
        code === null
          ? null
          : deskView(
              knowledge,
              { code, actor, submissions: await submissionsOf(actor, code), today, dueDays },
              say,
            ),
      own:
        code === null
          ? deskView(
              knowledge,
              { code: '', actor, submissions: await ownOpen(actor), today, dueDays },
              say,
            )
          : null,
      city: isOfCity ? await cityPart() : null,
      confirmed: confirmedWords(),
      isPasswordChanged: url.searchParams.has('password-changed'),
    };

    async function cityPart() {
      const waiting = await office().submissions.list(actor, { awaiting: 'city' });
      const overdue = overdueDivisions(reportingRows(knowledge, today, dueDays, () => true));
      return {
        mayReport: decide(actor, 'submission.write').status === 'allowed',
        inbox: say.desk.inboxCount(waiting.length),
        isAnyWaiting: waiting.length > 0,
        isAnyOverdue: overdue > 0,
        overdue: say.desk.overdueCount(overdue, dueDays),
        divisions: divisions.map((division) => ({
          code: division.code,
          name: placeName(division, say.language),
          isHere: division.code === code,
        })),
      };
    }
  });

  function confirmedWords(): string | null {
    // Told from what is on record now: an address alone must not claim what was not done.
    const told = url.searchParams.getAll('confirmed').flatMap((id) => {
      const to = code === null ? null : knowledge.tracks.get(id)?.reportedTo(code);
      return to ? [{ id, to }] : [];
    });
    const [day] = told.map(({ to }) => to).sort();
    if (day === undefined) return null;
    const names = say.format.list(told.map(({ id }) => trackName(knowledge, id, say)));
    return say.desk.confirmed(names, day);
  }
};

async function submissionsOf(actor: Actor, division: string): Promise<readonly DeskSubmission[]> {
  const { submissions } = office();
  return withReasons(actor, await submissions.desk(actor, division, maxSettled));
}

/** What a person of the city has begun, or got back, in whatever county. */
async function ownOpen(actor: Actor): Promise<readonly DeskSubmission[]> {
  const open = await office().submissions.list(actor, { states: ['draft', 'returned'] });
  return withReasons(
    actor,
    open.filter(({ author }) => author.id === actor.id),
  );
}

function withReasons(
  actor: Actor,
  listed: readonly SubmissionSummary[],
): Promise<readonly DeskSubmission[]> {
  return Promise.all(
    listed.map(async (submission) => {
      if (submission.state !== 'returned') return { ...submission, returnedBy: null };
      const detail = await office().submissions.find(actor, submission.id);
      const returnedBy = detail?.steps.findLast(({ step }) => step === 'returned') ?? null;
      return { ...submission, returnedBy };
    }),
  );
}

export const actions: Actions = {
  /** "Nothing new up to today", for one track or several. */
  confirm: async (event) => {
    const { locals } = event;
    await requirePermission(event, 'reporting.confirm');
    const data = await formOf(event);
    const division = lineOf(data, 'division');
    const { actor } = await requirePermission(event, 'reporting.confirm', { division });
    const tracks = choicesOf(data, 'track');
    // The day the button spoke of, also where it was pressed after midnight.
    const asOf = lineOf(data, 'asOf');
    const today = locals.model.today();
    const completeTo = /^\d{4}-\d{2}-\d{2}$/.test(asOf) && asOf < today ? asOf : today;
    const say = sentences[locals.lang];
    return whileDatabaseAnswers(event, async () => {
      const by = { actor, request: locals.request };
      const result = await office().submissions.confirmNothingNew(by, division, tracks, completeTo);
      switch (result.status) {
        case 'done': {
          const query = new URLSearchParams({ division });
          for (const track of tracks) query.append('confirmed', track);
          return redirect(303, `/admin?${query}`);
        }
        case 'refused':
          return error(403);
        case 'invalid': {
          const knowledge = locals.model.knowledge(null);
          const faults = faultViews(
            knowledge,
            { changes: [], reporting: [] },
            result.faults,
            say,
          ).map(({ message }) => message);
          return fail(422, { faults });
        }
      }
    });
  },
};
