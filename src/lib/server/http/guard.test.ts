import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isHttpError, isRedirect } from '@sveltejs/kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../../domain/permission.ts';
import type { Duty, SignedIn } from '../accounts/accounts.ts';
import { parseConfig } from '../config.ts';
import { office } from '../office.ts';
import { openSiteAndOffice } from '../open-office.ts';
import {
  requireNobody,
  requirePermission,
  requireSignedIn,
  whileDatabaseAnswers,
  type GuardedEvent,
} from './guard.ts';

const varDir = mkdtempSync(join(tmpdir(), 'guard-'));
let close: () => Promise<void>;

beforeAll(async () => {
  const parsed = parseConfig({
    VAR_DIR: varDir,
    DATA_DIR: join(import.meta.dirname, '../../../../data'),
  });
  if (parsed.status !== 'ok') throw new Error(parsed.message);
  const opened = await openSiteAndOffice(parsed.config);
  if (opened.status !== 'open') throw new Error(opened.message);
  close = opened.close;
}, 60_000);

afterAll(async () => {
  await close();
  rmSync(varDir, { recursive: true });
});

function signedIn(
  posts: readonly Post[],
  duty: Duty = 'none',
  county: string | null = null,
): SignedIn {
  return { actor: { id: 'account-1', name: '王某', posts, county }, session: 's', duty };
}

interface Asked {
  readonly by?: SignedIn;
  readonly form?: Readonly<Record<string, string>>;
  readonly databaseFault?: 'gone';
}

function ask(route: string, path: string, { by, form, databaseFault }: Asked = {}) {
  const url = new URL(path, 'https://map.example.cn');
  const headers: Record<string, string> = {};
  const event: GuardedEvent = {
    url,
    route: { id: route as GuardedEvent['route']['id'] },
    request: new Request(url, form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    setHeaders: (set) => void Object.assign(headers, set),
    locals: {
      lang: 'zh-CN',
      request: 'request-1',
      signedIn: by ?? null,
      ...(databaseFault && { databaseFault }),
    } as App.Locals,
  };
  return { event, headers };
}

/** What came of it: who may go on, where one is led, or what one is told. */
async function outcome(task: Promise<unknown> | (() => unknown)) {
  try {
    const passed = await (typeof task === 'function' ? task() : task);
    return { passed };
  } catch (thrown) {
    if (isRedirect(thrown)) return { status: thrown.status, to: thrown.location };
    if (isHttpError(thrown)) return { status: thrown.status, body: thrown.body };
    throw thrown;
  }
}

describe('the guard', () => {
  it('lets pass whom the table allows', async () => {
    const by = signedIn(['auditor']);
    const { event } = ask('/admin/log', '/admin/log', { by });
    expect(await outcome(requirePermission(event, 'log.read'))).toEqual({ passed: by });
  });

  it('leads who is not signed in to the sign-in, and from there back', async () => {
    const { event } = ask('/admin/log', '/admin/log?from=2026-01-01');
    expect(await outcome(requirePermission(event, 'log.read'))).toEqual({
      status: 303,
      to: '/admin/sign-in?next=%2Fadmin%2Flog%3Ffrom%3D2026-01-01',
    });
  });

  it('keeps the form of who is signed out while typing', async () => {
    const { event } = ask('/admin/settings', '/admin/settings', { form: { idleMinutes: '45' } });
    expect(await outcome(requirePermission(event, 'setting.manage'))).toMatchObject({
      status: 401,
      body: {
        reason: 'signed-out',
        kept: { address: '/admin/settings', fields: [['idleMinutes', '45']] },
      },
    });
  });

  it.each([
    ['change-password', '/admin/password'],
    ['set-up-second-factor', '/admin/own-account/second-factor'],
  ] as const)('puts the duty to %s before everything', async (duty, to) => {
    const by = signedIn(['administrator'], duty);
    const read = ask('/admin/settings', '/admin/settings', { by });
    expect(await outcome(requirePermission(read.event, 'setting.manage'))).toEqual({
      status: 303,
      to,
    });
    const write = ask('/admin/settings', '/admin/settings', { by, form: { idleMinutes: '45' } });
    expect(await outcome(requirePermission(write.event, 'setting.manage'))).toMatchObject({
      status: 403,
      body: { reason: 'duty', href: to, kept: { fields: [['idleMinutes', '45']] } },
    });
    const duties = ask('/admin/password', '/admin/password', { by });
    expect(await outcome(requireSignedIn(duties.event))).toEqual({ passed: by });
  });

  it('refuses what the post may not do, and writes it down', async () => {
    const by = signedIn(['county-clerk'], 'none', '131082');
    const { event } = ask('/admin/accounts', '/admin/accounts', { by });
    expect(await outcome(requirePermission(event, 'account.manage'))).toMatchObject({
      status: 403,
      body: { reason: 'refused' },
    });
    const row = await office()
      .database.read.selectFrom('audit')
      .selectAll()
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    expect(row).toMatchObject({
      action: 'permission.refused',
      outcome: 'refused',
      actor: 'account-1',
      actor_name: '王某',
      request: 'request-1',
    });
    expect(JSON.parse(row?.details ?? '')).toEqual({
      action: 'account.manage',
      reason: 'post',
      path: '/admin/accounts',
    });
  });

  it('refuses another county, and names it in the log', async () => {
    const by = signedIn(['county-clerk'], 'none', '131082');
    const { event } = ask('/admin/report', '/admin/report?/submit', { by, form: { x: '1' } });
    const asked = requirePermission(event, 'submission.write', { division: '131023' });
    expect(await outcome(asked)).toMatchObject({ status: 403 });
    const row = await office()
      .database.read.selectFrom('audit')
      .select(['division', 'details'])
      .orderBy('seq', 'desc')
      .executeTakeFirst();
    expect(row?.division).toBe('131023');
    expect(JSON.parse(row?.details ?? '')).toMatchObject({ reason: 'other-county' });
  });

  it('leads who has no desk from the entrance to the page of the own post', async () => {
    const { event } = ask('/admin', '/admin', { by: signedIn(['auditor']) });
    expect(await outcome(requirePermission(event, 'desk.read'))).toEqual({
      status: 303,
      to: '/admin/log',
    });
  });

  it('leads who is signed in away from the sign-in', async () => {
    const { event } = ask('/admin/sign-in', '/admin/sign-in', { by: signedIn(['auditor']) });
    expect(await outcome(() => requireNobody(event))).toEqual({ status: 303, to: '/admin/log' });
    const { event: other } = ask('/admin/sign-in', '/admin/sign-in');
    expect(await outcome(() => requireNobody(other))).toEqual({ passed: undefined });
  });

  it('lets nobody pass on a route, or for an action, that is not in the table', async () => {
    const by = signedIn(['administrator']);
    const cases = [
      ask('/admin/new-page', '/admin/new-page', { by }),
      ask('/admin/log', '/admin/log', { by }),
      ask('/admin/settings', '/admin/settings?/other', { by, form: { x: '1' } }),
    ];
    for (const { event } of cases) {
      await expect(requirePermission(event, 'setting.manage')).rejects.toThrow(/does not list/);
    }
  });

  it('tells a database that is gone, keeping the form, from a fault of ours', async () => {
    const by = signedIn(['administrator']);
    const { event, headers } = ask('/admin/settings', '/admin/settings', {
      by,
      form: { idleMinutes: '45' },
    });
    const gone = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(await outcome(whileDatabaseAnswers(event, () => Promise.reject(gone)))).toMatchObject({
      status: 503,
      body: { reason: 'database-gone', kept: { fields: [['idleMinutes', '45']] } },
    });
    expect(headers).toEqual({ 'retry-after': '30' });
    const ours = whileDatabaseAnswers(event, () => Promise.reject(new TypeError('ours')));
    await expect(ours).rejects.toThrow('ours');
  });

  it('does not take a database that is gone for nobody being signed in', async () => {
    const { event } = ask('/admin/log', '/admin/log', { databaseFault: 'gone' });
    expect(await outcome(requirePermission(event, 'log.read'))).toMatchObject({
      status: 503,
      body: { reason: 'database-gone' },
    });
  });
});
