/** Accounts, sessions, second factors, and the counters that slow a guesser down. */
import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import { key, refersTo, ordinalType, required, strict, unique } from '../columns.ts';
import type { Dialect } from '../database.ts';

const ofUser = (column: ColumnDefinitionBuilder) =>
  refersTo('account_user.id')(column).onDelete('cascade');

/**
 * The five tables of better-auth 1.7 (user, session, account, verification, twoFactor) hold what its
 * generator would make, with truth values as integers and instants as texts on both databases.
 */
export async function up(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await strict(
    db.schema
      .createTable('account_user')
      .addColumn('id', 'text', key)
      .addColumn('name', 'text', required)
      .addColumn('email', 'text', unique)
      .addColumn('email_verified', 'integer', required)
      .addColumn('image', 'text')
      .addColumn('created_at', 'text', required)
      .addColumn('updated_at', 'text', required)
      .addColumn('username', 'text', unique)
      .addColumn('display_username', 'text')
      .addColumn('two_factor_enabled', 'integer')
      .addColumn('posts', 'text', required)
      .addColumn('county', 'text')
      .addColumn('enabled', 'integer', required)
      .addColumn('version', 'integer', required)
      .addColumn('must_change_password', 'integer', required)
      .addColumn('password_changed_at', 'text', required)
      .addColumn('awake_since', 'text', required)
      .addColumn('last_sign_in_at', 'text'),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('account_session')
      .addColumn('id', 'text', key)
      .addColumn('token', 'text', unique)
      .addColumn('user_id', 'text', ofUser)
      .addColumn('created_at', 'text', required)
      .addColumn('updated_at', 'text', required)
      .addColumn('expires_at', 'text', required)
      .addColumn('last_seen_at', 'text', required)
      .addColumn('ip_address', 'text')
      .addColumn('user_agent', 'text'),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('account_credential')
      .addColumn('id', 'text', key)
      .addColumn('account_id', 'text', required)
      .addColumn('provider_id', 'text', required)
      .addColumn('user_id', 'text', ofUser)
      .addColumn('access_token', 'text')
      .addColumn('refresh_token', 'text')
      .addColumn('id_token', 'text')
      .addColumn('access_token_expires_at', 'text')
      .addColumn('refresh_token_expires_at', 'text')
      .addColumn('scope', 'text')
      .addColumn('password', 'text')
      .addColumn('created_at', 'text', required)
      .addColumn('updated_at', 'text', required),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('account_verification')
      .addColumn('id', 'text', key)
      .addColumn('identifier', 'text', required)
      .addColumn('value', 'text', required)
      .addColumn('expires_at', 'text', required)
      .addColumn('created_at', 'text', required)
      .addColumn('updated_at', 'text', required),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('account_second_factor')
      .addColumn('id', 'text', key)
      .addColumn('user_id', 'text', (column) => ofUser(column).unique())
      .addColumn('secret', 'text', required)
      .addColumn('backup_codes', 'text', required)
      .addColumn('verified', 'integer')
      .addColumn('failed_verification_count', 'integer')
      .addColumn('locked_until', 'text')
      .addColumn('last_step', 'integer'),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('account_past_password')
      .addColumn('ordinal', ordinalType(dialect))
      .addColumn('user_id', 'text', ofUser)
      .addColumn('hash', 'text', required)
      .addColumn('replaced_at', 'text', required),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('account_attempt')
      .addColumn('key', 'text', key)
      .addColumn('failures', 'integer', required)
      .addColumn('last_at', 'text', required)
      .addColumn('blocked_until', 'text')
      .addColumn('noted', 'integer', required),
    dialect,
  ).execute();
  await strict(
    db.schema
      .createTable('account_set_up')
      .addColumn('id', 'integer', key)
      .addColumn('token_hash', 'text', required)
      .addColumn('expires_at', 'text', required),
    dialect,
  ).execute();
  for (const table of ['session', 'credential', 'past_password'] as const) {
    await db.schema
      .createIndex(`account_${table}_of_user`)
      .on(`account_${table}`)
      .column('user_id')
      .execute();
  }
  await db.schema
    .createIndex('account_verification_by_identifier')
    .on('account_verification')
    .column('identifier')
    .execute();
}
