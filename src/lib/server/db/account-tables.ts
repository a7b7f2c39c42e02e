/**
 * The tables of better-auth (user, session, credential, verification, second factor) under names that
 * read well, and what stands beside them; made by migration 0002. Instants are RFC 3339 texts.
 */
import type { Generated } from 'kysely';

type Flag = 0 | 1;

export interface AccountUserTable {
  id: string;
  name: string;
  /** better-auth wants one; ours lead nowhere (`…@users.invalid`). */
  email: string;
  email_verified: Flag;
  image: string | null;
  created_at: string;
  updated_at: string;
  /** As typed at sign-in, normalised. */
  username: string;
  display_username: string | null;
  two_factor_enabled: Flag | null;
  /** JSON array of posts, in the order of domain/permission.ts. */
  posts: string;
  county: string | null;
  enabled: Flag;
  version: number;
  must_change_password: Flag;
  password_changed_at: string;
  /** Made, last signed in or re-enabled: from here the days of sleep are counted. */
  awake_since: string;
  last_sign_in_at: string | null;
}

export interface AccountSessionTable {
  id: string;
  /** SHA-256 of what the cookie says: who reads the table cannot use it. */
  token: string;
  user_id: string;
  created_at: string;
  updated_at: string;
  expires_at: string;
  last_seen_at: string;
  ip_address: string | null;
  user_agent: string | null;
}

export interface AccountCredentialTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: string | null;
  refresh_token_expires_at: string | null;
  scope: string | null;
  /** Salt and scrypt hash. */
  password: string | null;
  created_at: string;
  updated_at: string;
}

export interface AccountVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

export interface AccountSecondFactorTable {
  id: string;
  user_id: string;
  /** Encrypted with the site's key, which is not in the database. */
  secret: string;
  /** Encrypted likewise: the recovery codes not used yet. */
  backup_codes: string;
  verified: Flag | null;
  failed_verification_count: number | null;
  locked_until: string | null;
  /** The last time step a code was accepted for: none is accepted twice. */
  last_step: number | null;
}

/** Passwords that were replaced, newest last. */
export interface AccountPastPasswordTable {
  ordinal: Generated<number>;
  user_id: string;
  hash: string;
  replaced_at: string;
}

/** What slows a guesser down, by whose guesses they are. */
export interface AccountAttemptTable {
  key: string;
  failures: number;
  last_at: string;
  blocked_until: string | null;
  /** Whether the log says already that this wait was run into. */
  noted: Flag;
}

/** One row: the hash of the open set-up link. */
export interface AccountSetUpTable {
  id: 1;
  token_hash: string;
  expires_at: string;
}

export interface AccountTables {
  account_user: AccountUserTable;
  account_session: AccountSessionTable;
  account_credential: AccountCredentialTable;
  account_verification: AccountVerificationTable;
  account_second_factor: AccountSecondFactorTable;
  account_past_password: AccountPastPasswordTable;
  account_attempt: AccountAttemptTable;
  account_set_up: AccountSetUpTable;
}
