/** Every word of the office in English. */
import type { OfficeWords } from '../zh-CN/office.ts';
import { access } from './office-access.ts';
import { accounts } from './office-accounts.ts';
import { faults } from './office-faults.ts';
import { format } from './office-format.ts';
import { form, frame, stop } from './office-frame.ts';
import { log } from './office-log.ts';
import { permissions } from './office-permissions.ts';
import { settings } from './office-settings.ts';

export const office: OfficeWords = {
  frame,
  form,
  stop,
  format,
  faults,
  access,
  accounts,
  settings,
  log,
  permissions,
};
