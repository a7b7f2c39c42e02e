import { fail } from '@sveltejs/kit';
import { officeWordsOf } from '$lib/i18n/office-words.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf } from '$lib/server/http/kept-form.ts';
import { office } from '$lib/server/office.ts';
import { accountFaults } from '../../account-faults.ts';
import { accountInput, accountTexts, countiesOf } from '../account-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await requirePermission(event, 'account.manage');
  return { counties: countiesOf(event.locals.model, event.locals.lang) };
};

export const actions: Actions = {
  default: async (event) => {
    const { actor } = await requirePermission(event, 'account.manage');
    const { lang, request } = event.locals;
    const values = accountTexts(await formOf(event));
    const result = await whileDatabaseAnswers(event, () =>
      office().accounts.create({ actor, request }, accountInput(values)),
    );
    switch (result.status) {
      case 'done': {
        // Answered by this page and not by another: the password is not kept anywhere.
        const { account, password } = result;
        const { id, name, username } = account;
        return { values, faults: [], created: { id, name, username, password } };
      }
      case 'invalid':
        return fail(400, {
          values,
          faults: accountFaults(result.faults, officeWordsOf[lang]),
          created: null,
        });
      case 'clash':
      case 'not-found':
        throw new Error(`A new account came to ${result.status}.`);
    }
  },
};
