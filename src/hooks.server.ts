import type { ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { config } from '$lib/server/config.ts';
import { createAdmission } from '$lib/server/http/admission.ts';
import { createHandle } from '$lib/server/http/handle.ts';
import { isOfficeOpen, office } from '$lib/server/office.ts';
import { readModel } from '$lib/server/site.ts';

export { handleError } from '$lib/server/http/handle.ts';

/** `npm start` has opened the site before it loads the application; `npm run dev` has not. */
export const init: ServerInit = async () => {
  if (isOfficeOpen()) return;
  const { openSiteAndOffice } = await import('$lib/server/open-office.ts');
  const opened = await openSiteAndOffice(config());
  if (opened.status === 'open') {
    if (opened.setUpPath !== null) process.stdout.write(`${opened.setUpPath}\n`);
    return;
  }
  process.stderr.write(`${opened.message}\n`);
  process.exit(1);
};

export const handle = sequence(
  createHandle(config(), readModel),
  createAdmission(config(), office),
);
