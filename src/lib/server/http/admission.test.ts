import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { createAdmission } from './admission.ts';

const site = 'https://map.example.cn';
const nobody = { accounts: { whoIs: () => Promise.resolve(null) } };

/** What the admission answers to a form sent to this address of this route. */
async function post(path: string, route: string, isFull: boolean, headers = {}) {
  const waiting = { status: 'wait', retryAfter: 7 } as const;
  const count = () => Promise.resolve(isFull ? waiting : ({ status: 'allowed' } as const));
  const handle = createAdmission({ origin: site, addressHeader: null }, () => nobody, {
    signIn: count,
    upload: count,
  });
  const url = new URL(path, site);
  const request = new Request(url, { method: 'POST', headers: { origin: site, ...headers } });
  const event = {
    url,
    request,
    route: { id: route },
    locals: { lang: 'zh-CN' },
    getClientAddress: () => '192.0.2.1',
  } as unknown as RequestEvent;
  return await handle({ event, resolve: () => new Response('through') });
}

describe('a form that tries a password or a code', () => {
  it.each([
    ['/admin/sign-in', '/admin/sign-in'],
    // Another spelling of the same address.
    ['/admin/%73ign-in', '/admin/sign-in'],
    ['/admin/second-factor', '/admin/second-factor'],
    ['/admin/set-up/abc', '/admin/set-up/[token]'],
  ])('is counted by its address: %s', async (path, route) => {
    const refused = await post(path, route, true);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('7');
    expect(await (await post(path, route, false)).text()).toBe('through');
  });

  it('is not counted with others', async () => {
    expect((await post('/admin/sign-out', '/admin/sign-out', true)).status).toBe(200);
  });
});

describe('a form with files', () => {
  it('is counted where it is large', async () => {
    const large = { 'content-length': '600000' };
    const address = '/admin/report?/save';
    expect((await post(address, '/admin/report', true, large)).status).toBe(429);
    expect((await post(address, '/admin/report', true)).status).toBe(200);
  });

  it.each(['/admin/import', '/admin/places'])('is counted where it is read: %s', async (route) => {
    for (const action of ['?/upload', '?%2Fupload']) {
      expect((await post(`${route}${action}`, route, true)).status).toBe(429);
      expect((await post(`${route}${action}`, route, false)).status).toBe(200);
    }
  });
});
