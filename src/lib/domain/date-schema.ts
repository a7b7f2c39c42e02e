/** Days, partial dates and instants as schemas: apart from `date.ts`, which browsers load without valibot. */
import * as v from 'valibot';
import { intervalOf, isDay, isInstant } from './date.ts';

/** A day that exists. */
export const daySchema = v.pipe(
  v.string(),
  v.check(isDay, 'expected a day that exists, as YYYY-MM-DD'),
);

/** A partial date that exists. */
export const partialDateSchema = v.pipe(
  v.string(),
  v.check(
    (text) => intervalOf(text) !== undefined,
    'expected a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD',
  ),
);

/** An RFC 3339 instant. */
export const instantSchema = v.pipe(
  v.string(),
  v.check(isInstant, 'expected an instant, as 2020-12-31T09:00:00+08:00'),
);
