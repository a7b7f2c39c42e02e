/** The permission table in words. */
import type { OfficeWords } from '../zh-CN/office.ts';

export const permissions: OfficeWords['permissions'] = {
  title: 'Permissions',
  intro:
    'What each post may do. The system judges every request by this table; what is not allowed is refused and written to the audit log. With several posts, one that may is enough.',
  action: 'Action',
  actions: {
    'desk.read': 'See the desk',
    'submission.read': 'See submissions',
    'submission.write': 'Report, change, submit, withdraw',
    'submission.check': 'Check for the county',
    'submission.approve': 'Approve',
    'submission.return': 'Return',
    'reporting.confirm': 'Confirm that nothing is new',
    'reporting.read': 'See who has reported',
    'account.manage': 'Manage accounts',
    'setting.manage': 'Change settings',
    'log.read': 'Read and export the audit log',
    'permission.read': 'See this table',
    'own-account.manage': 'Manage the own account',
  },
  scopes: {
    all: 'Yes',
    'own-county': 'Own county only',
    'not-own-submission': 'Not what they submitted themselves',
    'own-county-not-own-submission': 'Own county, not what they submitted themselves',
  },
  never: 'No',
  yours: '(your post)',
};
