import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { office } from '$lib/server/office.ts';
import { countiesOf } from './account-form.ts';
import type { PageServerLoad } from './$types';

/** Everybody who has an account, or those a word is found in. */
export const load: PageServerLoad = async (event) => {
  await requirePermission(event, 'account.manage');
  const { locals, url } = event;
  const all = await whileDatabaseAnswers(event, () => office().accounts.list());
  const counties = new Map(countiesOf(locals.model, locals.lang).map((each) => [each.code, each]));
  const find = (url.searchParams.get('find') ?? '').trim().slice(0, 100);
  const rows = all.map((account) => ({
    account,
    county: account.county === null ? null : (counties.get(account.county) ?? null),
  }));
  const wanted = find.toLowerCase();
  return {
    find,
    all: all.length,
    active: all.filter(({ state }) => state === 'active').length,
    rows: rows.filter(({ account, county }) =>
      [account.name, account.username, county?.name ?? '', account.county ?? ''].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    ),
  };
};
