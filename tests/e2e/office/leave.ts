/** People go home from the office, and nothing was wrong in their browsers. */
import { expect } from 'vitest';
import type { Person } from './person.ts';

export async function leave(...people: readonly Person[]): Promise<void> {
  for (const who of people) {
    expect(who.faults, who.username).toEqual([]);
    await who.close();
  }
}
