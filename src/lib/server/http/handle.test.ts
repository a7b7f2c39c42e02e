import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import type { Config } from '../config.ts';
import type { ReadModel } from '../read-model.ts';
import { createHandle } from './handle.ts';

type Settings = Pick<Config, 'origin' | 'basemap'>;
interface Asked {
  readonly cookies?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isDataRequest?: boolean;
  readonly settings?: Partial<Settings>;
  readonly status?: number;
  readonly caching?: string;
}

const template = '<html lang="%app.lang%" data-look="%app.look%" data-text="%app.text%">';

/** What the hook makes of a request, with a page that tells its language in place of SvelteKit's. */
async function ask(address: string, asked: Asked = {}) {
  const set: Record<string, string> = {};
  const locals = {} as App.Locals;
  const event = {
    url: new URL(address, 'http://localhost'),
    request: new Request('http://localhost/', { headers: asked.headers ?? {} }),
    isDataRequest: asked.isDataRequest ?? false,
    locals,
    cookies: {
      get: (name: string) => asked.cookies?.[name],
      set: (name: string, value: string) => (set[name] = value),
      serialize: (name: string, value: string, { secure }: { secure: boolean }) =>
        `${name}=${value}${secure ? '; Secure' : ''}`,
    },
  } as unknown as RequestEvent;
  const handle = createHandle(
    { origin: null, basemap: { kind: 'off' }, ...asked.settings },
    () =>
      ({
        version: 'v1',
        modifiedAt: (at) => new Date(at ?? '2026-03-05T00:00:00Z'),
      }) as ReadModel,
  );
  const response = await handle({
    event,
    resolve: async (_event, options) => {
      const html = await options?.transformPageChunk?.({ html: template, done: true });
      const headers = {
        'content-type': 'text/html',
        'content-security-policy': "img-src 'self'",
        ...(asked.caching && { 'cache-control': asked.caching }),
      };
      return new Response(html ?? '', { status: asked.status ?? 200, headers });
    },
  });
  return { response, html: await response.text(), set, locals };
}

describe('the language of a page', () => {
  it.each([
    ['/', {}, 'zh-CN', {}],
    ['/?lang=en', {}, 'en', { lang: 'en' }],
    ['/?lang=en', { lang: 'en' }, 'en', {}],
    ['/', { lang: 'en' }, 'en', {}],
    ['/?lang=zh', { lang: 'en' }, 'zh-CN', { lang: 'zh-CN' }],
    ['/?lang=fr', { lang: 'en' }, 'en', {}],
  ])('of %s with cookies %o is %s', async (address, cookies, lang, remembered) => {
    const { html, set, locals } = await ask(address, { cookies });
    expect(html).toContain(`lang="${lang}" data-look="auto" data-text="normal"`);
    expect(set).toEqual(remembered);
    expect(locals.problems.map(({ kind }) => kind)).toEqual(
      address.includes('fr') ? ['unknown-language'] : [],
    );
  });

  it('of an answer for machines is its own, and nothing is remembered', async () => {
    const headers = { 'accept-language': 'en' };
    const { locals, set } = await ask('/api/v1/x', { cookies: { lang: 'zh-CN' }, headers });
    expect(locals.lang).toBe('en');
    expect((await ask('/map.svg?lang=en')).set).toEqual({});
    expect(set).toEqual({});
  });
});

describe('a choice of look or text', () => {
  it('is remembered and the reader sent back without it, guarded and never kept', async () => {
    const { response } = await ask('/method?look=dark&text=large&at=2020-12-31');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/method?at=2020-12-31');
    expect(response.headers.getSetCookie()).toEqual(['look=dark', 'text=large']);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is for TLS alone where the site is served over it', async () => {
    const settings = { origin: 'https://map.example.cn' };
    const { response } = await ask('/?look=dark', { settings });
    expect(response.headers.getSetCookie()).toEqual(['look=dark; Secure']);
  });

  it('is worn by the page', async () => {
    const { html } = await ask('/', { cookies: { look: 'contrast', text: 'large' } });
    expect(html).toContain('data-look="contrast" data-text="large"');
  });
});

describe('the headers of an answer', () => {
  it('let a shared page be kept and asked about, with its date and charset', async () => {
    const { headers } = (await ask('/?at=2020-12-31')).response;
    expect(headers.get('cache-control')).toBe('public, no-cache');
    expect(headers.get('vary')).toBe('Accept-Encoding, Cookie');
    expect(headers.get('last-modified')).toBe('Thu, 31 Dec 2020 00:00:00 GMT');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await ask('/?at=nonsense')).response.headers.get('last-modified')).toContain('2026');
  });

  it.each([
    ['/admin', 200],
    ['/', 500],
  ])('keep %s with status %i from every cache', async (address, status) => {
    const { headers } = (await ask(address, { status })).response;
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('last-modified')).toBeNull();
  });

  it('let an answer be kept for good whose address names its version', async () => {
    const caching = 'public, max-age=31536000, immutable';
    const { headers } = (await ask('/map-geometry.json?version=v1', { caching })).response;
    expect(headers.get('cache-control')).toBe(caching);
    expect(headers.get('vary')).toBe('Accept-Encoding');
  });

  it('name no other host unless the operator switched the base map on', async () => {
    const policyOf = async (basemap: Config['basemap']) =>
      (await ask('/', { settings: { basemap } })).response.headers.get('content-security-policy');
    expect(await policyOf({ kind: 'off' })).toBe("img-src 'self'");
    expect(await policyOf({ kind: 'tianditu', key: 'k' })).toContain('https://t0.tianditu.gov.cn');
  });
});
