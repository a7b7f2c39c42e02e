import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../domain/permission.ts';
import { homeHref, safeNext, signInHref } from './office-address.ts';

describe('the page to go on to after signing in', () => {
  it.each([
    ['/admin', '/admin'],
    ['/admin/log?from=2026-01-01', '/admin/log?from=2026-01-01'],
    ['/admin/submission/1#files', '/admin/submission/1'],
  ])('%s is taken as %s', (next, path) => {
    expect(safeNext(next)).toBe(path);
  });

  it.each([
    null,
    '',
    'https://evil.example/admin',
    '//evil.example/admin',
    '/\\evil.example/admin',
    '/\t/evil.example',
    '/admin/..//evil.example',
    '/admin/../../',
    '/adminevil',
    'javascript:alert(1)',
    '/county/131082',
    '/admin/sign-in?next=/admin',
    `/admin/${'x'.repeat(3000)}`,
  ])('%s is refused', (next) => {
    expect(safeNext(next)).toBeNull();
  });

  it('never leads to another site, whatever is asked', () => {
    const piece = fc.constantFrom('/', '\\', '..', '\t', '\n', '//', '@', ':', '?', '#', 'x.cn');
    const rest = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    const start = fc.constantFrom('/admin', '/admin/', '/', '');
    fc.assert(
      fc.property(start, rest, (first, last) => {
        const path = safeNext(first + last) ?? '/admin';
        const url = new URL(path, 'https://map.example.cn');
        expect(url.origin).toBe('https://map.example.cn');
        expect(url.pathname).toMatch(/^\/admin(\/|$)/);
      }),
    );
  });

  it('survives the way to the sign-in and back', () => {
    const next = '/admin/log?from=2026-01-01&actor=a%26b';
    const { searchParams } = new URL(signInHref(next), 'https://map.example.cn');
    expect(safeNext(searchParams.get('next'))).toBe(next);
  });
});

describe('the first page of the office', () => {
  const at = (posts: readonly Post[], duty: 'none' | 'change-password' = 'none') =>
    homeHref({ actor: { id: 'a', name: '甲', posts, county: null }, duty });

  it('is the desk for who reports or approves', () => {
    expect(at(['city-clerk', 'city-approver'])).toBe('/admin');
  });

  it('is what the post is for, for the others', () => {
    expect([at(['administrator']), at(['auditor']), at([])]).toEqual([
      '/admin/accounts',
      '/admin/log',
      '/admin/own-account',
    ]);
  });

  it('is the duty, while there is one', () => {
    expect(at(['auditor'], 'change-password')).toBe('/admin/password');
  });
});
