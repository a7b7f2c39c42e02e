/** The administrator's pages: who has an account. */
import type { OfficeWords } from '../zh-CN/office.ts';

export const accounts: OfficeWords['accounts'] = {
  title: 'Accounts',
  intro: (active, all) =>
    `${all} ${all === 1 ? 'account' : 'accounts'}, ${active} of which can sign in.`,
  add: 'New account',
  columns: {
    name: 'Name',
    username: 'Username',
    posts: 'Posts',
    county: 'County',
    state: 'State',
    lastSignInAt: 'Last sign-in',
  },
  states: { active: 'Can sign in', disabled: 'Disabled', dormant: 'Frozen after long disuse' },
  mustChangePassword: 'must change password',
  noSecondFactor: 'no second factor yet',
  never: 'never',
  noAccounts: 'No account matches.',
  find: 'Find by name, username or county',
  show: 'Find',

  newTitle: 'New account',
  newIntro:
    'The system makes an initial password and shows it once; it must be changed at the first sign-in.',
  postsHint:
    'City clerk and city approver combine, but nobody approves their own submission; county clerk and county head combine; administrator and auditor combine with nothing.',
  countyHint: 'For county posts only',
  noCounty: 'No county',
  create: 'Create account',
  postHints: {
    'county-clerk': 'reports changes of the own county, confirms that nothing is new',
    'county-head': 'checks the own county’s reports before they go to the city',
    'city-clerk': 'reports for any county, follows reporting',
    'city-approver': 'approves submissions; needs a second factor',
    administrator: 'accounts and settings only; needs a second factor',
    auditor: 'reads the audit log only; needs a second factor',
  },

  edit: 'Change account',
  change: 'Save changes',
  changed: 'The changes are saved.',
  enable: 'Enable account',
  enableText: 'The person can then sign in with the old password.',
  enabled: 'The account is enabled.',
  disable: 'Disable account',
  disableText: (name) =>
    `${name} is signed out everywhere at once and cannot sign in again. Submissions and records stay, and the account can be enabled later.`,
  disabled: 'The account is disabled and its sessions have ended.',
  resetPassword: 'Reset password',
  resetPasswordText: (name) =>
    `${name} gets a new temporary password; the old one no longer works and all sessions end.`,
  resetSecondFactor: 'Reset second factor',
  resetSecondFactorText: (name) =>
    `For when ${name} has lost the phone and has no recovery codes. Make sure who is asking. A post that needs a second factor must set it up again at the next sign-in.`,
  secondFactorReset: 'The second factor is reset.',
  confirmFirst: 'Tick the box to confirm first.',
  confirm: (name) => `I confirm this for ${name}`,
  operations: 'Actions',
  createdAt: 'Created',
  ownAccount:
    'This is your own account. Change your password and second factor under “My account”.',

  passwordTitle: 'The temporary password is shown only now',
  passwordText: (name, username) =>
    `Hand this to ${name} (username ${username}) in person or by a way you trust. Once you leave this page it cannot be seen again; if it is lost, reset it again.`,
  passwordLabel: 'Temporary password',
  printHint: 'You can print this page from the browser; destroy the paper after use.',
  toAccount: 'See the account',
  toList: 'Back to accounts',

  clash: 'Somebody has just changed this account',
};
