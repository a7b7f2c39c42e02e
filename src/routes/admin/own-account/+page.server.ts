import { redirect } from '@sveltejs/kit';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf, textOf } from '$lib/server/http/kept-form.ts';
import { originOf } from '$lib/server/http/request-origin.ts';
import { office } from '$lib/server/office.ts';
import type { Actions, PageServerLoad } from './$types';

const results = ['password', 'second-factor', 'session', 'sessions'] as const;

/** The own account: who one is here, where one is signed in. */
export const load: PageServerLoad = async (event) => {
  const { actor } = await requirePermission(event, 'own-account.manage');
  const asked = event.url.searchParams.get('done');
  const { accounts } = office();
  const [account, sessions] = await whileDatabaseAnswers(event, () =>
    Promise.all([accounts.find(actor.id), accounts.ownSessions(originOf(event))]),
  );
  return {
    username: account?.username ?? '',
    hasSecondFactor: account?.hasSecondFactor ?? false,
    sessions,
    done: results.find((result) => result === asked) ?? null,
  };
};

export const actions: Actions = {
  endSession: async (event) => {
    await requirePermission(event, 'own-account.manage');
    const id = textOf(await formOf(event), 'session');
    // An empty id would end all others: that is the other action's to ask for.
    if (id === '') redirect(303, '/admin/own-account');
    await whileDatabaseAnswers(event, () => office().accounts.endSession(originOf(event), id));
    redirect(303, '/admin/own-account?done=session');
  },
  endOtherSessions: async (event) => {
    await requirePermission(event, 'own-account.manage');
    await whileDatabaseAnswers(event, () => office().accounts.endSession(originOf(event), null));
    redirect(303, '/admin/own-account?done=sessions');
  },
};
