import { fail, redirect } from '@sveltejs/kit';
import { officeWordsOf } from '$lib/i18n/office-words.ts';
import { requireNobody, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf, textOf } from '$lib/server/http/kept-form.ts';
import { safeNext } from '$lib/server/http/office-address.ts';
import { putCookies } from '$lib/server/http/put-cookies.ts';
import { originOf } from '$lib/server/http/request-origin.ts';
import { office } from '$lib/server/office.ts';
import { askToWait } from '../ask-to-wait.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requireNobody(event);
  const { searchParams } = event.url;
  return {
    next: safeNext(searchParams.get('next')),
    isRecovery: searchParams.get('with') === 'recovery',
  };
};

export const actions: Actions = {
  default: async (event) => {
    requireNobody(event);
    const { access } = officeWordsOf[event.locals.lang];
    const form = await formOf(event);
    const kind = textOf(form, 'kind') === 'recovery' ? 'recovery' : 'totp';
    const next = safeNext(textOf(form, 'next') || null);
    const kept = { next, isRecovery: kind === 'recovery' };
    // Apps show the digits in groups, and people copy the space along.
    const code = textOf(form, 'code').replace(/\s/g, '');
    const refuse = (status: 400 | 401, message: string) =>
      fail(status, { ...kept, faults: [{ field: 'code', message }] });
    if (code === '') return refuse(400, access.wantCode);

    const result = await whileDatabaseAnswers(event, () =>
      office().accounts.confirmSecondFactor(originOf(event), code, kind),
    );
    if (result.status === 'expired') redirect(303, '/admin/sign-in?expired');
    putCookies(event.cookies, result.cookies);
    switch (result.status) {
      case 'signed-in':
        redirect(303, next ?? '/admin');
        break;
      case 'second-factor':
      case 'wrong':
        return refuse(401, kind === 'totp' ? access.wrongCode : access.wrongRecoveryCode);
      case 'wait':
        return askToWait(event, result.retryAfter, kept);
    }
  },
};
