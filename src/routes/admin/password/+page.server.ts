import { fail, redirect } from '@sveltejs/kit';
import { officeWordsOf } from '$lib/i18n/office-words.ts';
import { requireSignedIn, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf, textOf } from '$lib/server/http/kept-form.ts';
import { putCookies } from '$lib/server/http/put-cookies.ts';
import { originOf } from '$lib/server/http/request-origin.ts';
import { office } from '$lib/server/office.ts';
import { accountFaults } from '../account-faults.ts';
import { passwordRule } from '../password-rule.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { duty } = await requireSignedIn(event);
  return {
    isDuty: duty === 'change-password',
    passwordRule: await whileDatabaseAnswers(event, passwordRule),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { duty } = await requireSignedIn(event);
    const words = officeWordsOf[event.locals.lang];
    const form = await formOf(event);
    const current = textOf(form, 'currentPassword');
    const next = textOf(form, 'newPassword');
    if (next !== textOf(form, 'repeatPassword')) {
      const message = words.access.notRepeated;
      return fail(400, { faults: [{ field: 'repeatPassword', message }] });
    }
    const result = await whileDatabaseAnswers(event, () =>
      office().accounts.changePassword(originOf(event), current, next),
    );
    switch (result.status) {
      case 'done':
        putCookies(event.cookies, result.cookies);
        // A first sign-in goes on to the work it was for; who came by choice goes back.
        redirect(
          303,
          duty === 'none' ? '/admin/own-account?done=password' : '/admin?password-changed',
        );
        break;
      case 'invalid':
        return fail(400, {
          faults: accountFaults(result.faults, words, { password: 'currentPassword' }),
        });
      case 'clash':
      case 'not-found':
        // The account was changed or ended meanwhile: who it is must be asked again.
        redirect(303, '/admin/sign-in?expired');
    }
  },
};
