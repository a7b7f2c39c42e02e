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
    isSignedOut: searchParams.has('signed-out'),
    isExpired: searchParams.has('expired'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    requireNobody(event);
    const { access } = officeWordsOf[event.locals.lang];
    const form = await formOf(event);
    const username = textOf(form, 'username').trim();
    const password = textOf(form, 'password');
    const next = safeNext(textOf(form, 'next') || null);
    const kept = { username, next };
    const missing = [
      ...(username === '' ? [{ field: 'username', message: access.wantUsername }] : []),
      ...(password === '' ? [{ field: 'password', message: access.wantPassword }] : []),
    ];
    if (missing.length > 0) return fail(400, { ...kept, faults: missing });

    const result = await whileDatabaseAnswers(event, () =>
      office().accounts.signIn(originOf(event), username, password),
    );
    putCookies(event.cookies, result.cookies);
    switch (result.status) {
      case 'signed-in':
        redirect(303, next ?? '/admin');
        break;
      case 'second-factor':
        redirect(303, `/admin/second-factor${next ? `?next=${encodeURIComponent(next)}` : ''}`);
        break;
      case 'wrong':
        return fail(401, { ...kept, faults: [{ field: 'username', message: access.wrong }] });
      case 'wait':
        return askToWait(event, result.retryAfter, kept);
    }
  },
};
