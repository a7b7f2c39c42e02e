import { error, fail, redirect } from '@sveltejs/kit';
import { officeWordsOf } from '$lib/i18n/office-words.ts';
import { requirePermission, whileDatabaseAnswers } from '$lib/server/http/guard.ts';
import { formOf, textOf } from '$lib/server/http/kept-form.ts';
import { office } from '$lib/server/office.ts';
import { settingLimits } from '$lib/server/settings/setting-values.ts';
import type { SettingValues } from '$lib/server/settings/settings.ts';
import type { Actions, PageServerLoad } from './$types';

const names = [
  'passwordPolicy',
  'idleMinutes',
  'dormantDays',
  'reportingDueDays',
] as const satisfies readonly (keyof SettingValues)[];

type Texts = Readonly<Record<keyof SettingValues, string>>;

/** Every setting as a form writes it. */
function texts(textAt: (name: keyof SettingValues) => string): Texts {
  return {
    passwordPolicy: textAt('passwordPolicy'),
    idleMinutes: textAt('idleMinutes'),
    dormantDays: textAt('dormantDays'),
    reportingDueDays: textAt('reportingDueDays'),
  };
}

export const load: PageServerLoad = async (event) => {
  await requirePermission(event, 'setting.manage');
  const { values, version } = await whileDatabaseAnswers(event, () => office().settings.read());
  return {
    names,
    limits: settingLimits,
    values: texts((name) => String(values[name])),
    version,
    isSaved: event.url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { actor } = await requirePermission(event, 'setting.manage');
    const words = officeWordsOf[event.locals.lang];
    const form = await formOf(event);
    const yours = texts((name) => textOf(form, name).trim());
    const version = Number(textOf(form, 'version'));
    const by = { actor, request: event.locals.request };
    const result = await whileDatabaseAnswers(event, () =>
      office().settings.change(by, version, yours),
    );
    switch (result.status) {
      case 'done':
        redirect(303, '/admin/settings?saved');
        break;
      case 'refused':
        error(403);
        break;
      case 'invalid': {
        const faults = result.faults.map(({ field, code, values = {} }) => ({
          field,
          label: words.settings.fields[field],
          message: words.faults.setting[code](values),
        }));
        return fail(400, { yours, version, faults, clash: null });
      }
      case 'clash': {
        const seen = texts((name) => textOf(form, `seen-${name}`));
        const theirs = texts((name) => String(result.values[name]));
        const faults = [{ field: '', message: words.form.clash.text }];
        return fail(409, { yours, version: result.version, faults, clash: { seen, theirs } });
      }
    }
  },
};
