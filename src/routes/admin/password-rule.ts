import { passwordPolicies } from '$lib/server/accounts/password-policy.ts';
import { office } from '$lib/server/office.ts';

/** What the present policy asks of a new password, to be told before one is typed. */
export async function passwordRule(): Promise<{ minLength: number; classes: number }> {
  const { values } = await office().settings.read();
  const { minLength, classes } = passwordPolicies[values.passwordPolicy];
  return { minLength, classes };
}
