/** Whether the log is whole, for pages that show it: proved anew every few seconds at most. */
import type { Office } from '../office.ts';
import { verifyChain, type Verification } from './verify.ts';

/** The proof reads every row; many auditors at once ask for one. */
const freshFor = 10_000;

const slots = new WeakMap<
  Office['database'],
  { readonly at: number; readonly proof: Promise<Verification> }
>();

/** `now`: milliseconds. A proof that failed to run is not kept. */
export function chainState(
  { database, auditKey }: Pick<Office, 'database' | 'auditKey'>,
  now: number,
): Promise<Verification> {
  const slot = slots.get(database);
  if (slot && now - slot.at < freshFor) return slot.proof;
  const proof = verifyChain(database.read, auditKey);
  slots.set(database, { at: now, proof });
  proof.catch(() => slots.delete(database));
  return proof;
}
