import { fail, redirect } from '@sveltejs/kit';
import { officeWordsOf } from '$lib/i18n/office-words.ts';
import { requireSignedIn, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf, textOf } from '$lib/server/http/kept-form.ts';
import { putCookies } from '$lib/server/http/put-cookies.ts';
import { qrCodePath } from '$lib/server/http/qr-code-path.ts';
import { originOf } from '$lib/server/http/request-origin.ts';
import { office } from '$lib/server/office.ts';
import { accountFaults } from '../../account-faults.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { duty } = await requireSignedIn(event);
  return { isDuty: duty === 'set-up-second-factor' };
};

/** What the page shows between the two steps. It is never stored: the form carries it to itself. */
function enrolment(uri: string, recoveryCodes: readonly string[]) {
  const secret = URL.parse(uri)?.searchParams.get('secret') ?? '';
  return {
    uri,
    recoveryCodes,
    secret: secret.match(/.{1,4}/g)?.join(' ') ?? '',
    qrCode: qrCodePath(uri),
  };
}

export const actions: Actions = {
  begin: async (event) => {
    await requireSignedIn(event);
    const words = officeWordsOf[event.locals.lang];
    const password = textOf(await formOf(event), 'password');
    const result = await whileDatabaseAnswers(event, () =>
      office().accounts.beginSecondFactor(originOf(event), password),
    );
    switch (result.status) {
      case 'done':
        return { faults: [], enrolment: enrolment(result.uri, result.recoveryCodes) };
      case 'invalid':
        return fail(400, { faults: accountFaults(result.faults, words), enrolment: null });
      case 'clash':
      case 'not-found':
        redirect(303, '/admin/sign-in?expired');
    }
  },
  finish: async (event) => {
    await requireSignedIn(event);
    const words = officeWordsOf[event.locals.lang];
    const form = await formOf(event);
    const code = textOf(form, 'code').replace(/\s/g, '');
    const result = await whileDatabaseAnswers(event, () =>
      office().accounts.finishSecondFactor(originOf(event), code),
    );
    switch (result.status) {
      case 'done':
        putCookies(event.cookies, result.cookies);
        redirect(303, '/admin/own-account?done=second-factor');
        break;
      case 'invalid': {
        const uri = textOf(form, 'secretUri');
        const recoveryCodes = form
          .getAll('recoveryCode')
          .filter((each) => typeof each === 'string');
        return fail(400, {
          faults: accountFaults(result.faults, words),
          // A digit mistyped must not cost the codes that are shown only once.
          enrolment: uri.startsWith('otpauth://') ? enrolment(uri, recoveryCodes) : null,
        });
      }
      case 'clash':
      case 'not-found':
        redirect(303, '/admin/sign-in?expired');
    }
  },
};
