import { error, fail, redirect } from '@sveltejs/kit';
import { officeWordsOf } from '$lib/i18n/office-words.ts';
import { whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf, textOf } from '$lib/server/http/kept-form.ts';
import { putCookies } from '$lib/server/http/put-cookies.ts';
import { originOf } from '$lib/server/http/request-origin.ts';
import { office } from '$lib/server/office.ts';
import { accountFaults } from '../../account-faults.ts';
import { passwordRule } from '../../password-rule.ts';
import type { Actions, PageServerLoad } from './$types';

function closed(): never {
  error(410, { message: '', reason: 'set-up-closed' });
}

/** The one-time link that the first start prints. */
export const load: PageServerLoad = async (event) => {
  const isOpen = await whileDatabaseAnswers(event, () =>
    office().accounts.isSetUpOpen(event.params.token),
  );
  if (!isOpen) closed();
  return { passwordRule: await whileDatabaseAnswers(event, passwordRule) };
};

export const actions: Actions = {
  default: async (event) => {
    const words = officeWordsOf[event.locals.lang];
    const form = await formOf(event);
    const kept = {
      username: textOf(form, 'username').trim(),
      name: textOf(form, 'name').trim(),
    };
    const password = textOf(form, 'password');
    if (password !== textOf(form, 'repeatPassword')) {
      const message = words.access.notRepeated;
      return fail(400, { ...kept, faults: [{ field: 'repeatPassword', message }] });
    }
    const result = await whileDatabaseAnswers(event, () =>
      office().accounts.setUp(originOf(event), event.params.token, { ...kept, password }),
    );
    switch (result.status) {
      case 'done':
        putCookies(event.cookies, result.cookies);
        redirect(303, '/admin/own-account/second-factor');
        break;
      case 'invalid':
        return fail(400, { ...kept, faults: accountFaults(result.faults, words) });
      case 'closed':
      case 'clash':
      case 'not-found':
        closed();
    }
  },
};
