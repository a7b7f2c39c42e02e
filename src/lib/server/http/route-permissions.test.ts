import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { actions } from '../../domain/permission.ts';
import { routePermissions, ruleOf } from './route-permissions.ts';

const routes = join(import.meta.dirname, '../../../routes');

/** `src/routes/admin/log/+page.server.ts` → `/admin/log` */
function routeId(file: string): string {
  const folder = dirname(file);
  return folder === '.' ? '/' : `/${folder}`;
}

/** Names that a module exports as values; of `actions`, the names of the form actions too. */
function exportsOf(file: string): { names: readonly string[]; actions: readonly string[] } {
  const text = readFileSync(join(routes, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const formActions: string[] = [];
  for (const statement of source.statements) {
    if (!ts.canHaveModifiers(statement)) continue;
    const isExported = ts
      .getModifiers(statement)
      ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) continue;
    if (ts.isFunctionDeclaration(statement) && statement.name) names.push(statement.name.text);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      names.push(name.getText());
      if (name.getText() !== 'actions') continue;
      let value = initializer;
      while (value && (ts.isSatisfiesExpression(value) || ts.isAsExpression(value))) {
        value = value.expression;
      }
      // Anything else could hide an action from this test.
      if (!value || !ts.isObjectLiteralExpression(value)) throw new Error(`${file}: actions`);
      for (const property of value.properties) {
        if (!property.name) throw new Error(`${file}: an action without a name`);
        formActions.push(property.name.getText().replace(/['"]/g, ''));
      }
    }
  }
  return { names, actions: formActions };
}

const methods: ReadonlySet<string> = new Set([
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'fallback',
]);

/** Every operation that src/routes has, as `route operation`. */
function operations(): readonly string[] {
  const found = new Set<string>();
  for (const file of globSync('**/+page{,.server,@*}.{ts,svelte}', { cwd: routes })) {
    found.add(`${routeId(file)} GET`);
  }
  for (const file of globSync('**/+page.server.ts', { cwd: routes })) {
    for (const action of exportsOf(file).actions) found.add(`${routeId(file)} ${action}`);
  }
  for (const file of globSync('**/+server.ts', { cwd: routes })) {
    for (const name of exportsOf(file).names) {
      if (methods.has(name)) found.add(`${routeId(file)} ${name}`);
    }
  }
  return [...found].sort();
}

describe('the table of routes', () => {
  it('lists every operation that src/routes has, and no other', () => {
    const listed = Object.entries(routePermissions).flatMap(([route, rules]) =>
      Object.keys(rules).map((operation) => `${route} ${operation}`),
    );
    expect(operations()).toEqual(listed.sort());
  });

  it('keeps every page of the office from the public', () => {
    const open = Object.entries(routePermissions)
      .filter(([route]) => route.startsWith('/admin'))
      .flatMap(([route, rules]) =>
        Object.entries(rules)
          .filter(([, rule]) => rule === 'public' || rule === 'nobody')
          .map(([operation]) => `${route} ${operation}`),
      );
    expect(open.sort()).toEqual([
      '/admin/second-factor GET',
      '/admin/second-factor default',
      '/admin/set-up/[token] GET',
      '/admin/set-up/[token] default',
      '/admin/sign-in GET',
      '/admin/sign-in default',
      '/admin/sign-out POST',
    ]);
  });

  it('uses every action of the permission table', () => {
    const used = new Set(Object.values(routePermissions).flatMap((rules) => Object.values(rules)));
    expect(actions.filter((action) => !used.has(action))).toEqual([]);
  });
});

describe('the rule of a request', () => {
  const rule = (route: string | null, method: string, query = '') =>
    ruleOf({ route, method, search: new URLSearchParams(query) });

  it.each([
    ['/admin/accounts/[id]', 'GET', '', 'account.manage'],
    ['/admin/accounts/[id]', 'HEAD', '', 'account.manage'],
    ['/admin/accounts/[id]', 'POST', '/disable=', 'account.manage'],
    ['/admin/settings', 'POST', '', 'setting.manage'],
    ['/admin/sign-out', 'POST', '', 'public'],
    ['/healthz', 'GET', '', 'public'],
  ])('%s %s ?%s is %s', (route, method, query, expected) => {
    expect(rule(route, method, query)).toBe(expected);
  });

  it.each([
    [null, 'GET', ''],
    ['/admin/nowhere', 'GET', ''],
    ['/admin/accounts/[id]', 'POST', '/unknown='],
    ['/admin/accounts/[id]', 'POST', ''],
    ['/admin/accounts', 'POST', ''],
    ['/admin/log.csv', 'DELETE', ''],
    ['constructor', 'GET', ''],
    ['/admin/settings', 'POST', '/toString='],
  ])('%s %s ?%s is not listed', (route, method, query) => {
    expect(rule(route, method, query)).toBeNull();
  });
});
