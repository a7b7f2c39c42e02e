/** Accounts as routes and commands see them. better-auth keeps them; this port hides it. */
import type { Actor, Post } from '../../domain/permission.ts';

/** What stands between a signed-in person and the office. */
export type Duty =
  /** Nothing: go on. */
  | 'none'
  /** The first password, a reset one, or one the policy calls too old. */
  | 'change-password'
  /** A post that needs a second factor, and none is set up yet. */
  | 'set-up-second-factor';

export interface SignedIn {
  readonly actor: Actor;
  readonly session: string;
  readonly duty: Duty;
}

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly posts: readonly Post[];
  readonly county: string | null;
  readonly state: 'active' | 'disabled' | 'dormant';
  readonly hasSecondFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly lastSignInAt: string | null;
  readonly createdAt: string;
  /** For writes: a change that saw another version is a clash. */
  readonly version: number;
}

export interface AccountInput {
  readonly username: string;
  readonly name: string;
  readonly posts: readonly Post[];
  readonly county: string | null;
}

export type AccountFaultCode =
  | 'required'
  | 'too-short'
  | 'too-long'
  | 'wrong-form'
  | 'taken'
  | 'unknown-post'
  | 'posts-do-not-combine'
  | 'county-required'
  | 'county-not-allowed'
  | 'unknown-county'
  | 'common-password'
  | 'contains-username'
  | 'not-complex'
  | 'used-before'
  | 'wrong-password'
  | 'wrong-code'
  | 'last-administrator'
  | 'own-account';

export interface AccountFault {
  readonly field: 'username' | 'name' | 'posts' | 'county' | 'password' | 'newPassword' | 'code';
  readonly code: AccountFaultCode;
  readonly values?: Readonly<Record<string, string>>;
}

export type AccountResult<Value = { readonly account: Account }> =
  | ({ readonly status: 'done' } & Value)
  | { readonly status: 'invalid'; readonly faults: readonly AccountFault[] }
  | { readonly status: 'clash'; readonly account: Account }
  | { readonly status: 'not-found' };

export type SignInResult =
  /** `cookies` are whole Set-Cookie values. */
  | { readonly status: 'signed-in'; readonly cookies: readonly string[] }
  | { readonly status: 'second-factor'; readonly cookies: readonly string[] }
  | { readonly status: 'wrong'; readonly cookies: readonly string[] }
  /** Too many attempts; `retryAfter` in seconds. Says nothing of whether the account exists. */
  | {
      readonly status: 'wait';
      readonly retryAfter: number;
      readonly cookies: readonly string[];
    };

/** Where a request comes from. `headers` are the request's (cookies); `address` the client's IP. */
export interface Origin {
  readonly headers: Headers;
  readonly address: string;
  readonly request: string;
}

export interface OwnSession {
  readonly id: string;
  readonly isThisOne: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
}

export interface Accounts {
  /** Who the request is by; `null`: nobody, or a session that has ended, or a disabled account. */
  whoIs(headers: Headers): Promise<SignedIn | null>;

  /**
   * The path of a new one-time link that makes the first administrator, valid for 24 hours, which ends
   * any before it; `null` once there is an account. For the start and the command line to print. The
   * log says that it was made, and by which of them.
   */
  setUpLink(by: 'start' | 'command-line'): Promise<string | null>;
  /** Whether the one-time set-up link is still open: no account exists and the token is right. */
  isSetUpOpen(token: string): Promise<boolean>;
  setUp(
    from: Origin,
    token: string,
    input: {
      readonly username: string;
      readonly name: string;
      readonly password: string;
    },
  ): Promise<
    AccountResult<{ readonly cookies: readonly string[] }> | { readonly status: 'closed' }
  >;

  signIn(from: Origin, username: string, password: string): Promise<SignInResult>;
  /** After `second-factor`: a code of the app, or a recovery code. */
  confirmSecondFactor(
    from: Origin,
    code: string,
    kind: 'totp' | 'recovery',
  ): Promise<SignInResult | { readonly status: 'expired' }>;
  signOut(from: Origin): Promise<readonly string[]>;

  changePassword(
    from: Origin,
    current: string,
    next: string,
  ): Promise<AccountResult<{ readonly cookies: readonly string[] }>>;
  /** Asks for the password, answers the otpauth:// address and the recovery codes, once. */
  beginSecondFactor(
    from: Origin,
    password: string,
  ): Promise<AccountResult<{ readonly uri: string; readonly recoveryCodes: readonly string[] }>>;
  finishSecondFactor(
    from: Origin,
    code: string,
  ): Promise<AccountResult<{ readonly cookies: readonly string[] }>>;
  ownSessions(from: Origin): Promise<readonly OwnSession[]>;
  /** Ends one of one's own, or all others with `null`. */
  endSession(from: Origin, id: string | null): Promise<void>;

  /** For the administrator. */
  list(): Promise<readonly Account[]>;
  find(id: string): Promise<Account | null>;
  /** The initial password is answered once and must be changed at the first sign-in. */
  create(
    by: AccountsBy,
    input: AccountInput,
  ): Promise<AccountResult<{ readonly account: Account; readonly password: string }>>;
  change(by: AccountsBy, id: string, version: number, input: AccountInput): Promise<AccountResult>;
  setEnabled(
    by: AccountsBy,
    id: string,
    version: number,
    isEnabled: boolean,
  ): Promise<AccountResult>;
  resetPassword(
    by: AccountsBy,
    id: string,
  ): Promise<AccountResult<{ readonly account: Account; readonly password: string }>>;
  resetSecondFactor(by: AccountsBy, id: string): Promise<AccountResult>;
  /** Account ids to names, for lists of steps. */
  names(): Promise<ReadonlyMap<string, string>>;
  /** Whether an active county head, other than these accounts, checks this county's reports. */
  hasHead(county: string, except: readonly string[]): Promise<boolean>;
}

/** `actor` `null`: the command line. */
export interface AccountsBy {
  readonly actor: Actor | null;
  readonly request?: string;
}
