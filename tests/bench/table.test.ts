import { expect, it } from 'vitest';
import { formatTable } from './table.ts';

it('puts figures and the numbers beside them under one heading', () => {
  const table = formatTable([
    { kind: 'measured', figure: 'homeHtml', value: 19.9, detail: '14.8 kB brotli' },
    { kind: 'beside', what: '/method, gzip', value: '9.1 kB', detail: '' },
    { kind: 'not-measured', figure: 'dropped', why: 'wrk not found on the PATH' },
  ]);
  const [heading, rule, home, method, dropped] = table.split('\n');
  expect(heading).toMatch(/^figure +required +measured +holds +remarks$/);
  expect(rule).toMatch(/^[─ ]+$/);
  expect(home).toMatch(/^home page, .* ≤ 30\.0 kB +19\.9 kB +yes +14\.8 kB brotli$/);
  expect(method).toMatch(/^ {2}\/method, gzip +9\.1 kB$/);
  expect(dropped).toMatch(/≤ 0 +– +not measured +wrk not found on the PATH$/);
});

it('lines its columns up', () => {
  const table = formatTable([
    { kind: 'measured', figure: 'homeHtml', value: 1, detail: 'a' },
    { kind: 'measured', figure: 'layoutShift', value: 0.5, detail: 'a' },
  ]);
  const [heading = '', , ...rows] = table.split('\n');
  expect(rows.map((row) => row.lastIndexOf('a'))).toEqual(
    rows.map(() => heading.indexOf('remarks')),
  );
});
