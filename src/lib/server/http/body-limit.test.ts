import { describe, expect, it } from 'vitest';
import { bodyFault, formLimit, ledgerLimit, uploadLimit } from './body-limit.ts';

describe('the body of a request', () => {
  it.each([
    ['/admin/sign-in', { 'content-length': String(formLimit) }, null],
    ['/admin/sign-in', { 'content-length': String(formLimit + 1) }, 'too-large'],
    ['/admin/reporting', { 'content-length': String(formLimit + 1) }, 'too-large'],
    ['/admin/report?/save', { 'content-length': String(formLimit + 1) }, null],
    ['/admin/submission/R1?/submit', { 'content-length': String(uploadLimit) }, null],
    ['/admin/submission/R1?/submit', { 'content-length': String(uploadLimit + 1) }, 'too-large'],
    ['/admin/submission/R1?/detach&x=1', { 'content-length': String(uploadLimit) }, null],
    ['/admin/import?/upload', { 'content-length': String(ledgerLimit) }, null],
    ['/admin/import?/upload', { 'content-length': String(ledgerLimit + 1) }, 'too-large'],
    ['/admin/places?/upload', { 'content-length': String(ledgerLimit) }, null],
    ['/admin/places?/upload', { 'content-length': String(ledgerLimit + 1) }, 'too-large'],
    ['/admin/import/1?/check', { 'content-length': String(formLimit + 1) }, 'too-large'],
    ['/admin/submission/R1?/approve', { 'content-length': String(formLimit + 1) }, 'too-large'],
    ['/admin/quotas?/save&submission=R1', { 'content-length': String(uploadLimit) }, null],
    ['/admin/quotas?/recount', { 'content-length': String(uploadLimit + 1) }, 'too-large'],
    ['/admin/quotas?submission=R1', { 'content-length': String(formLimit + 1) }, 'too-large'],
    // SvelteKit runs the first action it is given.
    ['/admin/report?/x&/save', { 'content-length': String(formLimit + 1) }, 'too-large'],
    ['/admin/report?%2Fx&/save', { 'content-length': String(formLimit + 1) }, 'too-large'],
    ['/admin/report', { 'content-length': String(formLimit + 1) }, 'too-large'],
    ['/admin/report?/save', { 'transfer-encoding': 'chunked' }, 'length-required'],
    ['/admin/sign-out', {}, null],
  ] as const)('for %s with %j is %s', (path, headers, fault) => {
    expect(bodyFault(path, { headers })).toBe(fault);
  });
});
