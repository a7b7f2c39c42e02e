/** Checks what an administrator typed into the form of an account. */
import { countyPosts, posts, postsFault, type Post } from '../../domain/permission.ts';
import type { AccountFault, AccountInput } from './accounts.ts';
import {
  maxUsernameLength,
  minUsernameLength,
  normalizeUsername,
  usernameForm,
} from './username.ts';

const maxNameLength = 40;

/** The input in its one spelling: names trimmed, posts in order. */
export function tidied(input: AccountInput): AccountInput {
  const given: readonly string[] = input.posts;
  const known: readonly string[] = posts;
  return {
    username: normalizeUsername(input.username),
    name: input.name.normalize('NFC').trim().replace(/\s+/gu, ' '),
    // One that is no post stays, for the check to name it.
    posts: [
      ...posts.filter((post) => given.includes(post)),
      ...input.posts.filter((post) => !known.includes(post)),
    ],
    county: input.county?.trim() || null,
  };
}

/** What is wrong with a tidied input, but for a username that is taken; empty: nothing. */
export function inputFaults(
  input: AccountInput,
  counties: readonly string[],
): readonly AccountFault[] {
  return [
    usernameFault(input.username),
    nameFault(input.name),
    postsProblem(input.posts),
    countyFault(input.posts, input.county, counties),
  ].filter((fault) => fault !== null);
}

function usernameFault(username: string): AccountFault | null {
  const field = 'username';
  if (username === '') return { field, code: 'required' };
  if (username.length < minUsernameLength) {
    return { field, code: 'too-short', values: { min: String(minUsernameLength) } };
  }
  if (username.length > maxUsernameLength) {
    return { field, code: 'too-long', values: { max: String(maxUsernameLength) } };
  }
  return usernameForm.test(username) ? null : { field, code: 'wrong-form' };
}

function nameFault(name: string): AccountFault | null {
  const field = 'name';
  if (name === '') return { field, code: 'required' };
  if ([...name].length > maxNameLength) {
    return { field, code: 'too-long', values: { max: String(maxNameLength) } };
  }
  return /\p{C}/u.test(name) ? { field, code: 'wrong-form' } : null;
}

function postsProblem(given: readonly Post[]): AccountFault | null {
  const code = postsFault(given);
  return code ? { field: 'posts', code } : null;
}

function countyFault(
  given: readonly Post[],
  county: string | null,
  counties: readonly string[],
): AccountFault | null {
  const field = 'county';
  if (given.some((post) => countyPosts.has(post))) {
    if (county === null) return { field, code: 'county-required' };
    return counties.includes(county) ? null : { field, code: 'unknown-county' };
  }
  return county === null ? null : { field, code: 'county-not-allowed' };
}
