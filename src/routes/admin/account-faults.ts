/** Faults of accounts in words, at the field of the form that has to be put right. */
import type { FormFault } from '$lib/components/office/form-fault.ts';
import type { OfficeWords } from '$lib/i18n/zh-CN/office.ts';
import type { AccountFault } from '$lib/server/accounts/accounts.ts';

/** `names`: what this form calls a field, where not as the accounts do. */
export function accountFaults(
  faults: readonly AccountFault[],
  words: OfficeWords,
  names: Readonly<Partial<Record<AccountFault['field'], string>>> = {},
): readonly FormFault[] {
  const { access } = words;
  const labels: Readonly<Record<AccountFault['field'], string>> = {
    username: access.username,
    name: access.name,
    posts: access.postsLabel,
    county: access.county,
    password: access.password,
    newPassword: access.newPassword,
    code: access.code,
  };
  return faults.map(({ field, code, values = {} }) => ({
    field: names[field] ?? field,
    label: labels[field],
    message:
      field === 'username' && code === 'wrong-form'
        ? words.faults.usernameForm
        : words.faults.account[code](values),
  }));
}
