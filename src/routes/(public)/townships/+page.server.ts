import { loadRegister } from './load-register.ts';
import type { PageServerLoad } from './$types';

/** Every township that can get the title, with how it stands. */
export const load: PageServerLoad = (event) => loadRegister('township', event);
