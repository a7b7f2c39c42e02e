/**
 * better-auth over the site's own database and tables. Its HTTP handler is not mounted: the port
 * (accounts.ts) is the only way in, and uses its context: users, credentials, sessions, hashing,
 * encryption. It sends nothing anywhere.
 */
import { betterAuth } from 'better-auth';
import { twoFactor, username } from 'better-auth/plugins';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Reader, Write } from '../db/database.ts';
import { maxUsernameLength, minUsernameLength, usernameForm } from './username.ts';

/** The end of a session, whatever is done in it: twelve hours, in milliseconds. */
export const sessionLength = 12 * 3_600_000;

/** better-auth on the tables of migration 0002. */
function configure(db: Reader, secret: string, origin: string | null) {
  return betterAuth({
    appName: 'forest-cities',
    // It asks for one and warns without; nothing of ours makes an address of it.
    baseURL: origin ?? 'http://localhost',
    secret,
    telemetry: { enabled: false },
    // What goes wrong is thrown, and logged by the caller with its request.
    logger: { disabled: true },
    // Also on PostgreSQL: instants as texts and truth values as 0 and 1, as everywhere in the schema.
    database: { db, type: 'sqlite' },
    // Guesses are counted by attempts.ts, which a restart does not clear.
    rateLimit: { enabled: false },
    advanced: { database: { validateSchema: false, generateId: 'uuid' } },
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      modelName: 'account_user',
      fields: {
        emailVerified: 'email_verified',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        posts: { type: 'string', input: false },
        county: { type: 'string', required: false, input: false },
        enabled: { type: 'boolean', input: false },
        version: { type: 'number', input: false },
        mustChangePassword: {
          type: 'boolean',
          input: false,
          fieldName: 'must_change_password',
        },
        passwordChangedAt: { type: 'string', input: false, fieldName: 'password_changed_at' },
        awakeSince: { type: 'string', input: false, fieldName: 'awake_since' },
        lastSignInAt: {
          type: 'string',
          required: false,
          input: false,
          fieldName: 'last_sign_in_at',
        },
      },
    },
    session: {
      modelName: 'account_session',
      expiresIn: sessionLength / 1000,
      cookieCache: { enabled: false },
      fields: {
        userId: 'user_id',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      additionalFields: {
        lastSeenAt: { type: 'string', input: false, fieldName: 'last_seen_at' },
      },
    },
    account: {
      modelName: 'account_credential',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'account_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [
      username({
        minUsernameLength,
        maxUsernameLength,
        usernameValidator: (text) => usernameForm.test(text),
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
      twoFactor({
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'account_second_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  });
}

type Context = Awaited<ReturnType<typeof configure>['$context']>;

export interface Auth {
  readonly context: Context;
  /** Runs `task` so that everything better-auth writes in it is part of `write`. */
  within<T>(write: Write, task: () => Promise<T>): Promise<T>;
}

/** better-auth for this database. `secret` signs and encrypts; it must outlive the process. */
export async function createAuth(
  database: Database,
  secret: string,
  origin: string | null,
): Promise<Auth> {
  const transaction = new AsyncLocalStorage<Write>();
  // SQLite has one connection: a query past the open transaction would wait for it for ever.
  const following = new Proxy(database.read, {
    get: (read, name) => {
      const target = transaction.getStore() ?? read;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    context: await configure(following, secret, origin).$context,
    within: (write, task) => transaction.run(write, task),
  };
}
