/** What every day of the guide is photographed with: the site, a browser for each person, the camera. */
import type { Browser } from 'playwright-core';
import {
  changeFirstPassword,
  createAccount,
  person,
  signIn,
  type NewAccount,
  type Person,
} from '../../tests/e2e/office/person.ts';
import type { RunningSite } from '../../tests/e2e/running-site.ts';
import { pictureWidth, type Camera } from './camera.ts';

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: pictureWidth / 390,
};
export const desktop = { viewport: { width: pictureWidth, height: 900 } };
export const wide = { viewport: { width: 1440, height: 900 } };
export type View = typeof phone | typeof desktop | typeof wide;

export const password = 'Seven trees on hill 26';
/** In the demonstration it has passed the review and waits to be named. */
export const county = '131023';

export interface Studio {
  readonly site: RunningSite;
  readonly browser: Browser;
  readonly camera: Camera;
}

/** Somebody at a browser of their own, nobody signed in, nothing that moves. */
export function arriveAt(
  { site, browser }: Studio,
  { username }: Pick<NewAccount, 'username'>,
  ownPassword: string,
  view: View,
): Promise<Person> {
  return person(browser, site.origin, username, ownPassword, { ...view, reducedMotion: 'reduce' });
}

/** Makes the account and does the first sign-in, with its new password. */
export async function employ(
  studio: Studio,
  administrator: Person,
  account: NewAccount,
  view: View,
): Promise<Person> {
  const temporary = await createAccount(administrator, account);
  const who = await arriveAt(studio, account, temporary, view);
  await signIn(who);
  await changeFirstPassword(who, password);
  return who;
}
