import type { ServerInit } from '@sveltejs/kit';
import { config } from '$lib/server/config.ts';
import { fileSource } from '$lib/server/file-source.ts';
import { createHandle } from '$lib/server/http/handle.ts';
import { openSiteOrExit, readModel } from '$lib/server/site.ts';

export { handleError } from '$lib/server/http/handle.ts';

export const init: ServerInit = async () => {
  await openSiteOrExit(fileSource(config().dataDir));
};

export const handle = createHandle(config(), readModel);
