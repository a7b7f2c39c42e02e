import { loadRegister } from '../townships/load-register.ts';
import type { PageServerLoad } from './$types';

/** Every village that can get the title, with how it stands. */
export const load: PageServerLoad = (event) => loadRegister('village', event);
