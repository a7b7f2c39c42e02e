/** Every word of the office in Chinese: the shape English must fill. No public page loads it. */
import { access } from './office-access.ts';
import { accounts } from './office-accounts.ts';
import { faults } from './office-faults.ts';
import { format } from './office-format.ts';
import { form, frame, stop } from './office-frame.ts';
import { log } from './office-log.ts';
import { permissions } from './office-permissions.ts';
import { settings } from './office-settings.ts';

export const office = {
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

export type OfficeWords = typeof office;
