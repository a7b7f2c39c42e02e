import { error, fail, redirect } from '@sveltejs/kit';
import { officeWordsOf } from '$lib/i18n/office-words.ts';
import type { Account, AccountFault, AccountResult } from '$lib/server/accounts/accounts.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf, textOf } from '$lib/server/http/kept-form.ts';
import { office } from '$lib/server/office.ts';
import { accountFaults } from '../../account-faults.ts';
import { accountInput, accountTexts, countiesOf, type AccountTexts } from '../account-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const results = ['changed', 'enabled', 'disabled', 'secondFactorReset'] as const;
type Done = (typeof results)[number];
type Operation = 'change' | 'enable' | 'disable' | 'resetPassword' | 'resetSecondFactor';

function textsOf({ name, username, posts, county }: Account): AccountTexts {
  return { name, username, posts, county: county ?? '' };
}

export const load: PageServerLoad = async (event) => {
  const { actor } = await requirePermission(event, 'account.manage');
  const { model, lang } = event.locals;
  const account = await whileDatabaseAnswers(event, () => office().accounts.find(event.params.id));
  if (!account) error(404);
  const asked = event.url.searchParams.get('done');
  return {
    account,
    values: textsOf(account),
    isOwn: account.id === actor.id,
    counties: countiesOf(model, lang),
    done: results.find((result) => result === asked) ?? null,
  };
};

/** What every operation answers with where it was not done. */
interface Answer {
  readonly operation: Operation;
  readonly values: AccountTexts | null;
  readonly version: number | null;
  readonly clash: { readonly seen: AccountTexts; readonly theirs: AccountTexts } | null;
  readonly password: string | null;
}

const nothing = { values: null, version: null, clash: null, password: null } as const;

/** Permission first, then the tick in the box, then the version the form was made from. */
async function begin(event: RequestEvent) {
  const { actor } = await requirePermission(event, 'account.manage');
  const form = await formOf(event);
  return {
    by: { actor, request: event.locals.request },
    form,
    isConfirmed: form.get('confirm') === 'yes',
    version: Number(textOf(form, 'version')),
    words: officeWordsOf[event.locals.lang],
  };
}

function finish(event: RequestEvent, done: Done): never {
  redirect(303, `/admin/accounts/${event.params.id}?done=${done}`);
}

/** For the operations that are a button: what went wrong stands beside it. */
async function operate(
  event: RequestEvent,
  operation: Exclude<Operation, 'change' | 'resetPassword'>,
  done: Done,
  run: (from: Awaited<ReturnType<typeof begin>>) => Promise<AccountResult>,
) {
  const from = await begin(event);
  const { words, isConfirmed } = from;
  if (!isConfirmed) return unconfirmed(operation, words.accounts.confirmFirst);
  const result = await whileDatabaseAnswers(event, () => run(from));
  switch (result.status) {
    case 'done':
      return finish(event, done);
    case 'invalid':
      return refused(operation, result.faults, words);
    case 'clash':
      return fail(409, {
        ...({ ...nothing, operation } satisfies Answer),
        faults: [{ field: `confirm-${operation}`, message: words.accounts.clash }],
      });
    case 'not-found':
      error(404);
  }
}

function unconfirmed(operation: Operation, message: string) {
  return fail(400, {
    ...({ ...nothing, operation } satisfies Answer),
    faults: [{ field: `confirm-${operation}`, message }],
  });
}

function refused(
  operation: Operation,
  faults: readonly AccountFault[],
  words: (typeof officeWordsOf)['zh-CN'],
) {
  return fail(400, {
    ...({ ...nothing, operation } satisfies Answer),
    faults: accountFaults(faults, words).map(({ message }) => ({
      field: `confirm-${operation}`,
      message,
    })),
  });
}

export const actions: Actions = {
  change: async (event) => {
    const { by, form, version, words } = await begin(event);
    const values = accountTexts(form);
    const operation = 'change';
    const result = await whileDatabaseAnswers(event, () =>
      office().accounts.change(by, event.params.id, version, accountInput(values)),
    );
    switch (result.status) {
      case 'done':
        return finish(event, 'changed');
      case 'invalid':
        return fail(400, {
          ...({ ...nothing, operation, values, version } satisfies Answer),
          faults: accountFaults(result.faults, words),
        });
      case 'clash': {
        const clash = { seen: accountTexts(form, 'seen-'), theirs: textsOf(result.account) };
        return fail(409, {
          ...({
            ...nothing,
            operation,
            values,
            version: result.account.version,
            clash,
          } satisfies Answer),
          faults: [{ field: '', message: words.form.clash.text }],
        });
      }
      case 'not-found':
        error(404);
    }
  },
  enable: (event) =>
    operate(event, 'enable', 'enabled', ({ by, version }) =>
      office().accounts.setEnabled(by, event.params.id, version, true),
    ),
  disable: (event) =>
    operate(event, 'disable', 'disabled', ({ by, version }) =>
      office().accounts.setEnabled(by, event.params.id, version, false),
    ),
  resetSecondFactor: (event) =>
    operate(event, 'resetSecondFactor', 'secondFactorReset', ({ by }) =>
      office().accounts.resetSecondFactor(by, event.params.id),
    ),
  resetPassword: async (event) => {
    const { by, words, isConfirmed } = await begin(event);
    const operation = 'resetPassword';
    if (!isConfirmed) return unconfirmed(operation, words.accounts.confirmFirst);
    const result = await whileDatabaseAnswers(event, () =>
      office().accounts.resetPassword(by, event.params.id),
    );
    switch (result.status) {
      case 'done':
        return {
          ...({ ...nothing, operation, password: result.password } satisfies Answer),
          faults: [],
        };
      case 'invalid':
        return refused(operation, result.faults, words);
      case 'clash':
      case 'not-found':
        error(404);
    }
  },
};
