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
  // In the order of the forms, so that the list leads down the page.
  const labels: Readonly<Record<AccountFault['field'], string>> = {
    name: access.name,
    username: access.username,
    posts: access.postsLabel,
    county: access.county,
    password: access.password,
    newPassword: access.newPassword,
    code: access.code,
  };
  const order = Object.keys(labels);
  const inOrder = faults.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return inOrder.map(({ field, code, values = {} }) => ({
    field: names[field] ?? field,
    label: labels[field],
    message:
      field === 'username' && code === 'wrong-form'
        ? words.faults.usernameForm
        : words.faults.account[code](values),
  }));
}
