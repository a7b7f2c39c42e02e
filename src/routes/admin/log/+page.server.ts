import { auditActions } from '$lib/server/audit/audit.ts';
import { chainState } from '$lib/server/audit/chain-state.ts';
import { readLog, readPeople } from '$lib/server/audit/read-log.ts';
import { officeWordsOf } from '$lib/i18n/office-words.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { office } from '$lib/server/office.ts';
import { placeName } from '$lib/view/place-name.ts';
import { logQuery, readLogQuery } from './log-query.ts';
import { logRowView } from './log-row.ts';
import type { PageServerLoad } from './$types';

/** The audit log, newest first, and the proof that nobody bent it. */
export const load: PageServerLoad = async (event) => {
  await requirePermission(event, 'log.read');
  const { lang, model } = event.locals;
  const words = officeWordsOf[lang];
  const query = readLogQuery(event.url.searchParams, words.log);
  const { database, accounts } = office();
  const [page, people, names, chain] = await whileDatabaseAnswers(event, () =>
    Promise.all([
      readLog(database.read, query.filter, query.before === null ? {} : { before: query.before }),
      readPeople(database.read),
      accounts.names(),
      chainState(office(), Date.now()),
    ]),
  );
  const { divisions } = model.site.data;
  const known = {
    accounts: names,
    divisions: new Map(divisions.map((division) => [division.code, division])),
  };
  return {
    values: query.values,
    faults: query.faults,
    rows: page.rows.map((row) => logRowView(row, known, words, lang)),
    older: page.next === null ? null : `/admin/log${logQuery(query.values, page.next)}`,
    newest: query.before === null ? null : `/admin/log${logQuery(query.values, null)}`,
    exportQuery: logQuery(query.values, null),
    chain:
      chain.status === 'whole'
        ? { isWhole: true, text: words.log.chainWhole(words.format.count(chain.rows)) }
        : { isWhole: false, text: words.log.chainBroken(words.format.count(chain.row)) },
    people,
    // What is below a county is found with its county; thousands of villages are no choice.
    divisions: divisions
      .filter(({ level }) => level === 'prefecture' || level === 'county')
      .map((division) => {
        const name = placeName(division, lang);
        return { value: division.code, label: name.text, lang: name.lang };
      }),
    actions: auditActions.map((value) => ({ value, label: words.log.actions[value] })),
  };
};
