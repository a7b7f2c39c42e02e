/** The second factor: an authenticator app's codes, and recovery codes for the day the phone is gone. */
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { Reader, Write } from '../db/database.ts';
import type { AccountResult, Origin } from './accounts.ts';
import { findRow } from './account-row.ts';
import { checkOwnPassword } from './own-password.ts';
import { noteFrom, readRules, type Parts } from './parts.ts';
import { normalizeRecoveryCode, recoveryCodes } from './random-words.ts';
import { readPresent, renewSession, stillStands } from './sessions.ts';
import { otpauthUri, stepOf } from './totp.ts';
import { attemptKey } from './attempt-counters.ts';
import { forgetAttempts, reserveAttempt } from './attempts.ts';
import { waitAfter } from './attempt-policy.ts';

/** As better-auth keeps them: encrypted with the site's secret. */
function encrypt({ auth }: Pick<Parts, 'auth'>, data: string): Promise<string> {
  return symmetricEncrypt({ key: auth.context.secretConfig, data });
}

function decrypt({ auth }: Pick<Parts, 'auth'>, data: string): Promise<string> {
  return symmetricDecrypt({ key: auth.context.secretConfig, data });
}

function keyOf(secret: string): Uint8Array {
  return new TextEncoder().encode(secret);
}

async function findSecondFactor(read: Reader, userId: string) {
  return await read
    .selectFrom('account_second_factor')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

/** A code with the spaces that apps print in it, or full-width figures. */
function normalizeCode(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '');
}

/** Whether the code is right, and if so uses it up: no code and no recovery code is taken twice. */
export async function useCode(
  parts: Parts,
  write: Write,
  userId: string,
  typed: string,
  kind: 'totp' | 'recovery',
): Promise<boolean> {
  const row = await findSecondFactor(write, userId);
  if (!row) return false;
  const change = write.updateTable('account_second_factor').where('id', '=', row.id);
  if (kind === 'totp') {
    const key = keyOf(await decrypt(parts, row.secret));
    const step = stepOf(key, normalizeCode(typed), parts.now(), row.last_step);
    if (step === null) return false;
    await change.set({ last_step: step }).execute();
    return true;
  }
  const codes = readCodes(await decrypt(parts, row.backup_codes));
  const given = normalizeRecoveryCode(typed);
  if (!codes.includes(given)) return false;
  const left = codes.filter((code) => code !== given);
  await change.set({ backup_codes: await encrypt(parts, JSON.stringify(left)) }).execute();
  return true;
}

function readCodes(json: string): readonly string[] {
  const codes: unknown = JSON.parse(json);
  return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [];
}

/** A new secret and recovery codes, in force once a code of them was shown (`finishSecondFactor`). */
export async function beginSecondFactor(
  parts: Parts,
  from: Origin,
  password: string,
): Promise<AccountResult<{ readonly uri: string; readonly recoveryCodes: readonly string[] }>> {
  const present = await readPresent(parts, from.headers);
  if (!present || present.duty === 'change-password') return { status: 'not-found' };
  // Who lost the phone asks the administrator: a borrowed session must not swap the factor.
  if (present.row.two_factor_enabled === 1) {
    return { status: 'invalid', faults: [{ field: 'code', code: 'own-account' }] };
  }
  const check = await checkOwnPassword(parts, from, present, password);
  if (check !== 'right') {
    if (check === 'ended') return { status: 'not-found' };
    return { status: 'invalid', faults: [{ field: 'password', code: 'wrong-password' }] };
  }
  const secret = generateRandomString(32);
  const codes = recoveryCodes();
  const data = {
    userId: present.actor.id,
    secret: await encrypt(parts, secret),
    backupCodes: await encrypt(parts, JSON.stringify(codes)),
    verified: false,
  };
  const isBegun = await parts.database.write(async (write) => {
    const row = await findRow(write, present.actor.id);
    if (!row || row.two_factor_enabled === 1 || !(await stillStands(write, present))) return false;
    await write.deleteFrom('account_second_factor').where('user_id', '=', row.id).execute();
    await parts.auth.within(write, () =>
      parts.auth.context.adapter.create({ model: 'twoFactor', data }),
    );
    return true;
  });
  if (!isBegun) return { status: 'not-found' };
  const uri = otpauthUri(keyOf(secret), parts.issuer ?? '森林城市创建地图', present.row.username);
  return { status: 'done', uri, recoveryCodes: codes };
}

/** Puts it in force with the app's first code. Every other session ends, and this one is renewed. */
export async function finishSecondFactor(
  parts: Parts,
  from: Origin,
  code: string,
): Promise<AccountResult<{ readonly cookies: readonly string[] }>> {
  const present = await readPresent(parts, from.headers);
  if (!present) return { status: 'not-found' };
  const { policy } = await readRules(parts);
  const { actor } = present;
  const counter = {
    key: attemptKey('enrolment', actor.id),
    waitAfter: (failures: number) => waitAfter(failures, policy),
  };
  return await parts.database.write(async (write) => {
    const factor = await findSecondFactor(write, actor.id);
    const row = await findRow(write, actor.id);
    if (!row || !factor || row.two_factor_enabled === 1 || !(await stillStands(write, present))) {
      return { status: 'not-found' };
    }
    const wrong = {
      status: 'invalid',
      faults: [{ field: 'code', code: 'wrong-code' }],
    } as const;
    const reservation = await reserveAttempt(write, [counter], parts.now());
    if (reservation.status === 'wait') return wrong;
    if (!(await useCode(parts, write, actor.id, code, 'totp'))) {
      await noteFrom(parts, write, from, {
        actor,
        action: 'session.refused',
        subject: actor.id,
        outcome: 'refused',
        details: { reason: 'wrong-code' },
      });
      return wrong;
    }
    await forgetAttempts(write, [counter.key]);
    await parts.auth.within(write, async () => {
      const where = [{ field: 'id', value: factor.id }];
      await parts.auth.context.adapter.update({
        model: 'twoFactor',
        where,
        update: { verified: true },
      });
      await parts.auth.context.internalAdapter.updateUser(actor.id, { twoFactorEnabled: true });
    });
    const cookies = await renewSession(parts, write, row, from);
    await noteFrom(parts, write, from, {
      actor,
      action: 'account.second-factor-on',
      subject: actor.id,
    });
    return { status: 'done', cookies };
  });
}
