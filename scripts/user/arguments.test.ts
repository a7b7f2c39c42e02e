import { describe, expect, it } from 'vitest';
import { help, readArguments } from './arguments.ts';

function read(line: string) {
  return readArguments(line === '' ? [] : line.split(' '));
}

describe('the command line of npm run user', () => {
  it('names an account and what to do with it', () => {
    for (const kind of ['reset-password', 'reset-second-factor', 'disable', 'enable']) {
      expect(read(`${kind} lin`)).toEqual({
        status: 'run',
        command: { kind, username: 'lin' },
        isDemo: false,
      });
    }
  });

  it('makes an account, with a county or without', () => {
    const line = 'create --username lin --name 林芳 --posts county-clerk,county-head';
    const input = { username: 'lin', name: '林芳', posts: ['county-clerk', 'county-head'] };
    expect(read(`${line} --county 131082`)).toMatchObject({
      command: { kind: 'create', input: { ...input, county: '131082' } },
    });
    expect(read(`${line} --demo`)).toMatchObject({
      command: { input: { ...input, county: null } },
      isDemo: true,
    });
  });

  it('lists, and prints the link', () => {
    expect(read('list')).toMatchObject({ command: { kind: 'list', isJson: false } });
    expect(read('list --json')).toMatchObject({ command: { kind: 'list', isJson: true } });
    expect(read('set-up-link')).toMatchObject({ command: { kind: 'set-up-link' } });
    expect(read('--help')).toEqual({ status: 'help' });
    expect(help).toContain('npm run user -- create');
  });

  it.each([
    '',
    'dance',
    'disable',
    'disable lin sun',
    'list lin',
    'set-up-link now',
    'create lin --username lin --name 林芳 --posts auditor',
    'create --username lin --name 林芳',
    'disable lin --posts auditor',
    'disable lin --json',
    'list --nam x',
    'create --username',
  ])('is refused where it says “%s”', (line) => {
    expect(read(line)).toEqual({ status: 'unknown', message: expect.stringMatching(/./) });
  });
});
