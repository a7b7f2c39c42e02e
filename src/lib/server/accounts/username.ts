/** What people sign in with. */

export const minUsernameLength = 2;
export const maxUsernameLength = 30;

/** Letters a–z, digits, Chinese characters, and . _ - between them. */
export const usernameForm =
  /^[a-z0-9\p{Script=Han}](?:[a-z0-9._\p{Script=Han}-]*[a-z0-9\p{Script=Han}])?$/u;

/** One spelling for each: full-width letters, capitals and spaces around make no other account. */
export function normalizeUsername(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** For the log, where no such account exists: what was typed may be a password in the wrong field. */
export function shortenedUsername(text: string): string {
  const characters = [...text.trim()];
  return characters.length <= 3 ? characters.join('') : `${characters.slice(0, 3).join('')}…`;
}
