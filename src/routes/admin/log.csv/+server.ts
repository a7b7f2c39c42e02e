import { officeWordsOf } from '$lib/i18n/office-words.ts';
import { exportLogCsv } from '$lib/server/audit/export-log.ts';
import { office } from '$lib/server/office.ts';
import { placeName } from '$lib/view/place-name.ts';
import { exportLog } from '../log/export-log.ts';
import type { RequestHandler } from './$types';

/** For Excel. */
export const GET: RequestHandler = (event) => {
  const { lang, model } = event.locals;
  const { log } = officeWordsOf[lang];
  const divisions = new Map(model.site.data.divisions.map((each) => [each.code, each]));
  const nameOf = (code: string) => {
    const division = divisions.get(code);
    return division ? placeName(division, lang).text : null;
  };
  return exportLog(event, {
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    write: (filter) =>
      exportLogCsv(office().database.read, filter, {
        columns: log.csv,
        actions: log.actions,
        outcomes: log.outcomes,
        nameOf,
      }),
  });
};
