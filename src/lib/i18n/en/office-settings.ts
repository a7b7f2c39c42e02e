/** What the administrator sets. */
import type { OfficeWords } from '../zh-CN/office.ts';

export const settings: OfficeWords['settings'] = {
  title: 'Settings',
  intro: 'Changes hold at once and are written to the audit log. The log itself is kept for good.',
  fields: {
    passwordPolicy: 'Password policy',
    reportingDueDays: 'Reporting due after (days)',
    dormantDays: 'Accounts frozen after (days)',
    idleMinutes: 'Signed out after (minutes)',
  },
  hints: {
    reportingDueDays: 'A county that has not reported for so long is named as overdue',
    dormantDays: 'An account unused for so long is frozen until the administrator enables it',
    idleMinutes: 'Who does nothing for so long must sign in again',
  },
  ranged: (hint, least, most) => `${hint}; from ${least} to ${most}`,
  policies: { dengbao: 'Classified protection (等级保护)', modern: 'Long passwords' },
  policyHints: {
    dengbao: 'several kinds of characters, changed regularly, locked after 5 wrong attempts',
    modern: 'long enough and not common; no regular change',
  },
  saved: 'The settings are saved.',
  clash: 'Somebody has just changed the settings',
};
