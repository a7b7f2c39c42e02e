/** Addresses of the registers and of the pages of townships. */
import type { DivisionCode } from '../domain/division.ts';
import type { RegisterLevel } from '../domain/register-unit.ts';
import { defaultRegister, registerQuery, type RegisterState } from '../map/register-state.ts';
import type { ViewState } from '../map/url-state.ts';
import { timeQuery } from './link.ts';

export const registerPaths: Readonly<Record<RegisterLevel, string>> = {
  township: '/townships',
  village: '/villages',
};

/** A register with some of what it shows changed; at its first page, unless that is said. */
export function registerHref(
  level: RegisterLevel,
  state: RegisterState,
  overrides: Partial<RegisterState> = {},
): string {
  return `${registerPaths[level]}${registerQuery(state, overrides)}`;
}

type When = Pick<ViewState, 'at' | 'knownAt'>;

/** A register of the same day, filtered by nothing but this. */
export function filteredHref(
  level: RegisterLevel,
  { at, knownAt }: When,
  filter: Partial<Pick<RegisterState, 'county' | 'search' | 'state'>>,
): string {
  return registerHref(level, { ...defaultRegister, at, knownAt }, filter);
}

/** The page of one township, on the same day. */
export function townshipHref(code: DivisionCode, when: When): string {
  return `/township/${code}${timeQuery(when)}`;
}
