import { redirect } from '@sveltejs/kit';
import { whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { putCookies } from '$lib/server/http/put-cookies.ts';
import { originOf } from '$lib/server/http/request-origin.ts';
import { office } from '$lib/server/office.ts';
import type { RequestHandler } from './$types';

/** Ends the session. Whose session has ended already is signed out all the same. */
export const POST: RequestHandler = async (event) => {
  const cookies = await whileDatabaseAnswers(event, () =>
    office().accounts.signOut(originOf(event)),
  );
  putCookies(event.cookies, cookies);
  redirect(303, '/admin/sign-in?signed-out');
};
