/** One line for each value of the address that could not be followed. */
import type { QueryProblem } from '../../map/url-state.ts';

/** What was wrong, and what is shown instead. */
export function problemLine({ parameter, value, kind }: QueryProblem): string {
  const shown = `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
  switch (kind) {
    case 'unknown-theme':
      return `There is no theme ${shown}; showing national forest cities.`;
    case 'unknown-county':
      return `There is no county with the code ${shown}; none is chosen.`;
    case 'bad-date':
      return `${shown} is not a date; write it as 2020-12-31. Showing the latest state.`;
    case 'future-date':
      return `${shown} lies in the future; showing the latest state.`;
    case 'unknown-class':
      return `This theme has no class ${shown}; it was left out.`;
    case 'unknown-sort':
      return `The table cannot be sorted by ${shown}; sorted by code.`;
    case 'unknown-language':
      return `There is no language ${shown}; nothing was changed.`;
    case 'unknown-status':
      return `There is no status ${shown}; showing every status.`;
    case 'unknown-batch':
      return `There is no batch ${shown}; showing every batch.`;
    case 'unknown-page':
      return `There is no page ${shown}; showing the first.`;
    case 'search-too-long':
      return `The search ${shown} is too long (50 characters at most); it was left out.`;
    case 'repeated':
      return `The parameter ${parameter} occurs more than once; the first one holds.`;
  }
}
