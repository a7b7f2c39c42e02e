import { describe, expect, it } from 'vitest';
import { bodyFault, formLimit, uploadLimit } from './body-limit.ts';

describe('the body of a request', () => {
  it.each([
    ['/admin/sign-in', { 'content-length': String(formLimit) }, null],
    ['/admin/sign-in', { 'content-length': String(formLimit + 1) }, 'too-large'],
    ['/admin/reporting', { 'content-length': String(formLimit + 1) }, 'too-large'],
    ['/admin/report', { 'content-length': String(formLimit + 1) }, null],
    ['/admin/submission/R1', { 'content-length': String(uploadLimit) }, null],
    ['/admin/submission/R1', { 'content-length': String(uploadLimit + 1) }, 'too-large'],
    ['/admin/report', { 'transfer-encoding': 'chunked' }, 'length-required'],
    ['/admin/sign-out', {}, null],
  ] as const)('for %s with %j is %s', (path, headers, fault) => {
    expect(bodyFault(path, { headers })).toBe(fault);
  });
});
