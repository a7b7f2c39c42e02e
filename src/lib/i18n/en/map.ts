/** The words drawn on the map itself, and those that stand under it. */
import { units } from './card.ts';

export const north: string = 'N';

/** 20 km */
export function kilometres(length: number): string {
  return `${length} km`;
}

/** Map review number: to be filled in */
export function approval(approvalNumber: string | null): string {
  return `Map review number: ${approvalNumber ?? 'to be filled in'}`;
}

export const generalised: string = 'Boundaries are generalised';

/** Without what every name of its kind ends in: Anci. */
export function shortName(name: string): string {
  return name.replace(/ (?:[A-Z][a-z]+ Autonomous County|District|County|City)$/, '');
}

export function placed(level: 'township' | 'village', number: number): string {
  return `Positions of ${units(level, number)} imported, shown on the map that can be zoomed`;
}

const mostDocuments = 3;

/** First; second; third; and 2 more */
export function documents(titles: readonly string[]): string {
  const rest = titles.length - mostDocuments;
  return [...titles.slice(0, mostDocuments), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
