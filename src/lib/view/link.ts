/** Addresses of the public pages, and links as the components show them. */
import type { DivisionCode } from '../domain/division.ts';
import { viewQuery, type ViewState } from '../map/url-state.ts';

export interface LinkView {
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** The home page with some of the view changed. */
export function homeHref(view: ViewState, overrides: Partial<ViewState> = {}): string {
  return `/${viewQuery(view, overrides)}`;
}

/** The part of a view that says when: what every page and every download understands. */
export function timeQuery({ at, knownAt }: Pick<ViewState, 'at' | 'knownAt'>): string {
  const pairs = [at && `at=${at}`, knownAt && `known-at=${knownAt}`].filter(Boolean);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** The page of one county, on the same day. */
export function countyHref(code: DivisionCode, when: Pick<ViewState, 'at' | 'knownAt'>): string {
  return `/county/${code}${timeQuery(when)}`;
}
