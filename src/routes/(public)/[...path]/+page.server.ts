import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Every address that is no page: the error page stands in the frame of the public pages. */
export const load: PageServerLoad = () => error(404);
