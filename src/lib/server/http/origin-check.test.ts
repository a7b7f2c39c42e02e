import { describe, expect, it } from 'vitest';
import { isFromOwnPages } from './origin-check.ts';

const site = 'https://map.example.cn';

describe('a request that may write', () => {
  it.each<[method: string, origin: string | null, secFetchSite: string | null, passes: boolean]>([
    ['POST', site, 'same-origin', true],
    ['POST', site, null, true],
    ['POST', 'https://MAP.example.cn', null, true],
    ['POST', 'http://map.example.cn', 'cross-site', false],
    ['POST', 'https://map.example.cn:8443', 'same-site', false],
    ['POST', 'https://evil.example.com', 'cross-site', false],
    ['POST', 'https://evil.example.com', 'same-origin', false],
    ['POST', 'https://map.example.cn.evil.example.com', null, false],
    ['POST', 'https://map.example.cn, https://evil.example.com', null, false],
    ['POST', 'https://map.example.cn/', null, false],
    ['POST', '', 'same-origin', false],
    ['POST', null, null, false],
    ['POST', 'null', null, false],
    ['POST', null, 'same-origin', true],
    ['POST', 'null', 'same-origin', true],
    ['POST', null, 'same-site', false],
    ['POST', null, 'none', false],
    ['POST', 'null', 'cross-site', false],
    ['PUT', 'https://evil.example.com', null, false],
    ['PATCH', 'https://evil.example.com', null, false],
    ['DELETE', 'https://evil.example.com', null, false],
    ['DELETE', site, null, true],
    ['post', 'https://evil.example.com', null, false],
    ['get', 'https://evil.example.com', null, false],
    ['PURGE', null, null, false],
    ['GET', 'https://evil.example.com', 'cross-site', true],
    ['HEAD', null, null, true],
    ['OPTIONS', 'https://evil.example.com', 'cross-site', true],
  ])('%s with Origin %s and Sec-Fetch-Site %s: %s', (method, origin, secFetchSite, passes) => {
    expect(isFromOwnPages({ method, origin, secFetchSite, site })).toBe(passes);
  });
});
