/** The audit log: one sentence a row. */
import type { OfficeWords } from '../zh-CN/office.ts';

const of = (division: string | null) => (division === null ? '' : ` for ${division}`);
const named = (subject: string | null) => (subject === null ? '' : ` “${subject}”`);

export const log: OfficeWords['log'] = {
  sentences: {
    'site.seeded': () => 'First start: the records were read from the data directory',
    'site.backed-up': ({ actor }) => `${actor} backed the whole site up`,
    'facts.imported': ({ actor }) => `${actor} imported a file of records`,
    'account.set-up-link': ({ actor }) =>
      `${actor} made the one-time link for the first administrator`,
    'account.set-up': ({ actor, subject }) =>
      `The first administrator ${subject ?? actor} was created by the one-time link`,
    'account.created': ({ actor, subject }) => `${actor} created the account${named(subject)}`,
    'account.changed': ({ actor, subject }) => `${actor} changed the account${named(subject)}`,
    'account.disabled': ({ actor, subject }) => `${actor} disabled the account${named(subject)}`,
    'account.enabled': ({ actor, subject }) => `${actor} enabled the account${named(subject)}`,
    'account.password-changed': ({ actor }) => `${actor} changed the own password`,
    'account.password-reset': ({ actor, subject }) =>
      `${actor} reset the password of${named(subject)}`,
    'account.second-factor-on': ({ actor }) => `${actor} turned the second factor on`,
    'account.second-factor-reset': ({ actor, subject }) =>
      `${actor} reset the second factor of${named(subject)}`,
    'session.signed-in': ({ actor }) => `${actor} signed in`,
    'session.refused': ({ subject }) =>
      `A sign-in was refused${subject === null ? '' : `: ${subject}`}`,
    'session.signed-out': ({ actor }) => `${actor} signed out`,
    'session.ended': ({ actor, subject }) => `${actor} ended a session${named(subject)}`,
    'permission.refused': ({ actor, division, asked }) =>
      `${actor} asked for${named(asked)}${of(division)} and was refused`,
    'submission.drafted': ({ actor, division, subject }) =>
      `${actor} drafted the submission${named(subject)}${of(division)}`,
    'submission.saved': ({ actor, division, subject }) =>
      `${actor} saved the submission${named(subject)}${of(division)}`,
    'submission.file-attached': ({ actor, division, subject }) =>
      `${actor} attached a file to the submission${named(subject)}${of(division)}`,
    'submission.file-removed': ({ actor, division, subject }) =>
      `${actor} removed a file from the submission${named(subject)}${of(division)}`,
    'submission.submitted': ({ actor, division, subject }) =>
      `${actor} submitted the submission${named(subject)}${of(division)}`,
    'submission.checked': ({ actor, division, subject }) =>
      `${actor} checked the submission${named(subject)}${of(division)} and passed it to the city`,
    'submission.returned': ({ actor, division, subject }) =>
      `${actor} returned the submission${named(subject)}${of(division)}`,
    'submission.withdrawn': ({ actor, division, subject }) =>
      `${actor} withdrew the submission${named(subject)}${of(division)}`,
    'submission.approved': ({ actor, division, subject }) =>
      `${actor} approved the submission${named(subject)}${of(division)}`,
    'event.recorded': ({ division, subject }) =>
      `The event${named(subject)} was recorded${of(division)}`,
    'quota.set': ({ division, subject }) =>
      `The quota${named(subject)} was recorded${of(division)}`,
    'place.recorded': ({ division, subject }) =>
      `The positions of the submission${named(subject)} were recorded${of(division)}`,
    'reporting.confirmed': ({ actor, division }) =>
      `${actor} confirmed the reporting date${of(division)}`,
    'setting.changed': ({ actor, subject }) => `${actor} changed the setting${named(subject)}`,
    'log.exported': ({ actor }) => `${actor} exported the audit log`,
    'file.downloaded': ({ actor, division, subject }) =>
      `${actor} downloaded a file${named(subject)}${of(division)}`,
    'ledger.downloaded': ({ actor, division }) =>
      `${actor} downloaded a checked list${of(division)}`,
  },
  actions: {
    'site.seeded': 'First start',
    'site.backed-up': 'Site backed up',
    'facts.imported': 'Records imported',
    'account.set-up-link': 'Set-up link made',
    'account.set-up': 'First administrator created',
    'account.created': 'Account created',
    'account.changed': 'Account changed',
    'account.disabled': 'Account disabled',
    'account.enabled': 'Account enabled',
    'account.password-changed': 'Password changed',
    'account.password-reset': 'Password reset',
    'account.second-factor-on': 'Second factor on',
    'account.second-factor-reset': 'Second factor reset',
    'session.signed-in': 'Signed in',
    'session.refused': 'Sign-in refused',
    'session.signed-out': 'Signed out',
    'session.ended': 'Session ended',
    'permission.refused': 'Permission refused',
    'submission.drafted': 'Submission drafted',
    'submission.saved': 'Submission saved',
    'submission.file-attached': 'File attached',
    'submission.file-removed': 'File removed',
    'submission.submitted': 'Submission submitted',
    'submission.checked': 'Submission checked',
    'submission.returned': 'Submission returned',
    'submission.withdrawn': 'Submission withdrawn',
    'submission.approved': 'Submission approved',
    'event.recorded': 'Event recorded',
    'quota.set': 'Quota recorded',
    'place.recorded': 'Positions recorded',
    'reporting.confirmed': 'Reporting date confirmed',
    'setting.changed': 'Setting changed',
    'log.exported': 'Log exported',
    'file.downloaded': 'File downloaded',
    'ledger.downloaded': 'Checked list downloaded',
  },
  title: 'Audit log',
  intro:
    'Every sign-in, refusal, account change, submission, approval, export and setting is a row of its own; rows are added, never changed. Times are Beijing time.',
  nobody: 'Somebody not signed in',
  commandLine: 'The command line',
  system: 'The system',
  chainWhole: (rows) => `${rows} rows checked: the chain is whole.`,
  chainBroken: (row) =>
    `The chain is not whole: from row ${row} on it is not what was written. The log may have been altered: report it at once and run npm run audit-verify on the server.`,
  columns: { seq: 'No.', at: 'Time', what: 'What', details: 'Details' },
  outcomes: { done: 'done', refused: 'refused' },
  outcome: 'Outcome',
  request: 'Request',
  hash: 'Hash',
  filters: 'Find',
  from: 'From',
  to: 'To',
  actor: 'Person',
  division: 'Division',
  action: 'Kind',
  all: 'All',
  apply: 'Find',
  clear: 'Clear',
  badDate: 'Enter a day that exists, written 2026-01-31.',
  fromAfterTo: 'The first day is after the last.',
  none: 'No row matches.',
  older: 'Older rows',
  newest: 'Back to the newest',
  pages: 'Pages',
  export: 'Export (CSV)',
  exportLines: 'Export (JSON lines, to redo the hashes)',
  exportHint: 'Every row that matches; the export itself is written to the log.',
  csv: {
    seq: 'no',
    at: 'time_utc',
    actor: 'person_id',
    actorName: 'person',
    action: 'kind',
    actionName: 'kind_name',
    division: 'division_code',
    divisionName: 'division',
    subject: 'subject',
    outcome: 'outcome',
    details: 'details',
    request: 'request',
    previous: 'previous_hash',
    hash: 'hash',
  },
};
