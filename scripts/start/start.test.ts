import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';
import { isBuilt } from './build.ts';

describe('the build', () => {
  let root: string;
  const old = new Date('2026-01-01');
  const file = (path: string, date: Date) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), '');
    utimesSync(join(root, path), date, date);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'start-'));
    for (const path of ['src/lib/a.ts', 'static/icon.svg', 'package-lock.json', 'vite.config.ts']) {
      file(path, old);
    }
    for (const folder of ['src', 'src/lib', 'static']) utimesSync(join(root, folder), old, old);
    file('build/handler.js', new Date('2026-01-02'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('serves while nothing it is made of is newer', () => {
    expect(isBuilt(root)).toBe(true);
  });

  it.each([
    'src/lib/a.ts',
    'src/lib/new.ts',
    'static/icon.svg',
    'package-lock.json',
    'vite.config.ts',
  ])('is out of date when %s is newer', (path) => {
    file(path, new Date('2026-01-03'));
    expect(isBuilt(root)).toBe(false);
  });

  it('is out of date when a source was taken away', () => {
    rmSync(join(root, 'src/lib/a.ts'));
    expect(isBuilt(root)).toBe(false);
  });

  it('is missing where there is none', () => {
    rmSync(join(root, 'build'), { recursive: true });
    expect(isBuilt(root)).toBe(false);
  });
});

describe('the command line', () => {
  it.each([
    [[], { status: 'start', isDemo: false, mode: 'build-and-serve' }],
    [['--demo', '--no-build'], { status: 'start', isDemo: true, mode: 'serve' }],
    [['--build-only'], { status: 'start', isDemo: false, mode: 'build' }],
    [['--help', '--demo'], { status: 'help' }],
  ])('%o', (args, expected) => {
    expect(readArguments(args)).toEqual(expected);
  });

  it('names an option it does not know', () => {
    expect(readArguments(['--fast'])).toMatchObject({
      status: 'unknown',
      message: expect.stringContaining('--fast'),
    });
  });
});
