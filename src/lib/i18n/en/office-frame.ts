/** The frame of the office, its forms, and what it says where it stops somebody. */
import type { OfficeWords } from '../zh-CN/office.ts';

export const frame: OfficeWords['frame'] = {
  office: 'Reporting and approval',
  titled: (page, site) => `${page} · ${site}`,
  posts: {
    'county-clerk': 'County clerk',
    'county-head': 'County head',
    'city-clerk': 'City clerk',
    'city-approver': 'City approver',
    administrator: 'Administrator',
    auditor: 'Auditor',
  },
  list: (names) => names.join(', '),
  account: 'Signed in',
  navigation: 'Office',
  signOut: 'Sign out',
  publicPages: 'Public pages',
  nav: {
    desk: 'Desk',
    inbox: 'To review',
    reporting: 'Who has reported',
    quotas: 'Quotas',
    accounts: 'Accounts',
    settings: 'Settings',
    log: 'Audit log',
    permissions: 'Permissions',
    ownAccount: 'My account',
  },
  waiting: (count) => `${count} waiting`,
};

export const form: OfficeWords['form'] = {
  optional: '(optional)',
  choose: 'Please choose',
  labelled: (label, message) => `${label}: ${message}`,
  faults: (count) => (count === 1 ? 'One thing to put right' : `${count} things to put right`),
  save: 'Save',
  cancel: 'Cancel',
  back: 'Back',
  yes: 'Yes',
  no: 'No',
  none: 'None',
  clash: {
    field: 'Field',
    seen: 'When you opened it',
    theirs: 'Now',
    yours: 'You filled in',
    text: 'Your changes were not saved, and nothing was overwritten. Compare, and save again if what you filled in should stand.',
  },
};

export const stop: OfficeWords['stop'] = {
  'signed-out': {
    title: 'You are no longer signed in',
    text: 'The session timed out or was ended elsewhere. What you filled in was not sent and is not lost: it is on this page.',
    first: 'First: sign in (opens in a new tab)',
  },
  duty: {
    title: 'Your account needs something first',
    text: 'Change your password or set up the second factor before you go on. What you filled in was not sent and is not lost: it is on this page.',
    first: 'First: finish setting up your account (opens in a new tab)',
  },
  refused: {
    title: 'Not allowed',
    text: 'Your post may not do this, or it belongs to another county, or the submission is your own. The request was written to the audit log.',
  },
  'database-full': {
    title: 'Storage is full: nothing can be saved at present',
    text: 'Nothing was saved. Please tell the administrator. What you filled in is still on this page: send it again later.',
  },
  'database-locked': {
    title: 'The database is busy',
    text: 'Nothing was saved. What you filled in is still on this page: send it again later.',
  },
  'database-gone': {
    title: 'The database cannot be reached at present',
    text: 'Nothing was saved. What you filled in is still on this page: send it again later.',
  },
  'database-unsure': {
    title: 'It is not certain whether this was saved',
    text: 'The connection to the database was lost while saving: it may have been saved, or not. Please look in a new tab first, and send it again from this page only if it was not. What you filled in is still on this page.',
  },
  'set-up-closed': {
    title: 'This link no longer works',
    text: 'The administrator has been created, or the link is wrong or too old. If there is no administrator, start the system again on the server and use the link it prints.',
  },
  databaseRead: 'Please reload this page later.',
  kept: 'What you filled in',
  sendAgain: 'Send again',
  sendAgainSecond: 'Then: come back to this page and send again',
  lacksSecret: 'Passwords and codes are not kept. Please go back and type them again.',
  filesLost: (names) =>
    `A browser does not send files again by itself. After sending, choose them again: ${names.join(', ')}.`,
  backToForm: 'Back to the form',
  toDesk: 'Back to the desk',
  number: (id) => `Fault number: ${id}`,
  notFound: 'There is no such page',
  notFoundText: 'The address is wrong, or what it names does not exist or is not open to you.',
  failed: 'The page cannot be shown at present',
  failedText:
    'Please try again later. If it happens again, tell the administrator the fault number.',
  badRequest: 'This request cannot be handled',
  badRequestText: 'Please go back and try again.',
  tooMany: 'Too many requests',
  tooManyText: 'Please try again later.',
};
