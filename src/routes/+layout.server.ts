import { sentences } from '$lib/i18n/sentences.ts';
import { config } from '$lib/server/config.ts';
import { readModel } from '$lib/server/site.ts';
import type { LayoutServerLoad } from './$types';

/** What stands on every page, whatever it shows. */
export const load: LayoutServerLoad = ({ locals: { lang, look, text } }) => {
  const { programme, status } = readModel().site.data;
  const days = status.reporting.map(({ completeTo }) => completeTo).sort();
  return {
    lang,
    look,
    textSize: text,
    siteName: programme.name[lang],
    isDemonstration: programme.demonstration,
    mapCredit: programme.map.credit[lang],
    /** Of the site, for paper: only as the operator set it, never as a request claims it. */
    origin: config().origin,
    approvalNumber: config().mapApprovalNumber,
    dataUpTo: sentences[lang].card.dataUpTo(days.at(-1) ?? null),
  };
};
